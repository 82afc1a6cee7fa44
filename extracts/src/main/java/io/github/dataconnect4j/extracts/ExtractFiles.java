package io.github.dataconnect4j.extracts;

import java.util.List;

/** The files that a run wrote, wherever they are, in the order of their names. */
interface ExtractFiles {

  List<ExtractFile> rows();

  List<ExtractFile> metadata();

  /** The place, as a message names it. */
  @Override
  String toString();
}

package io.github.dataconnect4j.emulator.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.cloud.OfficeRegion;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.ScopeKind;
import io.github.dataconnect4j.error.UnreadableDataException;
import io.github.dataconnect4j.tenant.Group;
import io.github.dataconnect4j.tenant.Person;
import io.github.dataconnect4j.tenant.TenantRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of files that runs of Data Connect, or hands, have written.
 *
 * <p>A file belongs to the dataset whose name its own begins with, as in {@code
 * BasicDataSet_v0.Message_v1-0b1c.json}, or else the name of a folder it is in. Files of no dataset
 * are reported and left out; so are hidden ones and those in a folder {@code metadata}, silently.
 * TenantRows are given as they are, but for {@code ptenant}, which becomes the emulated tenant's.
 *
 * <p>Whoever owns a row exists: users as enabled members with a mailbox, named as User_v1 has it if
 * it is among the files; groups as GroupDetails_v0 has it. TenantRows of a user or group dataset
 * that name no owner belong to a user or group made for them.
 *
 * <p>Immutable, as long as the files are.
 */
public final class TenantFiles implements TenantRows {

  private static final Logger LOG = LoggerFactory.getLogger(TenantFiles.class);

  private final String tenantId;
  private final Map<Dataset<Row>, List<Path>> files = new LinkedHashMap<>();
  private final List<Person> people;
  private final List<Group> groups;

  /**
   * Reads all files once, to know whose rows they have.
   *
   * @param folder where the files are, also in folders within it
   * @param tenantId the tenant's id
   * @param domain the domain of principal names that no file tells
   * @param region where the mailboxes are
   * @throws IllegalArgumentException if {@code folder} is no folder, or has no file of a dataset
   * @throws UnreadableDataException if a file cannot be read to its end
   */
  public TenantFiles(Path folder, String tenantId, String domain, OfficeRegion region) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "data folder '" + folder + "' is not there. Name a folder with extract files.");
    }
    this.tenantId = tenantId;
    for (Path file : found(folder)) {
      Optional<Dataset<Row>> dataset = DatasetName.of(folder.relativize(file));
      if (dataset.isPresent()) {
        files.computeIfAbsent(dataset.get(), key -> new ArrayList<>()).add(file);
      } else {
        LOG.warn("file ignored, its name is no dataset's file={}", file);
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "data folder '"
              + folder
              + "' has no file that is named by a dataset. Name files as in"
              + " BasicDataSet_v0.Message_v1.json.");
    }
    RowOwners owners = new RowOwners(domain, region);
    files.forEach((dataset, paths) -> paths.forEach(file -> scan(dataset, file, owners)));
    this.people = owners.people();
    this.groups = owners.groups();
  }

  /** The files, by dataset. */
  public Map<Dataset<?>, List<Path>> files() {
    Map<Dataset<?>, List<Path>> copy = new LinkedHashMap<>();
    files.forEach((dataset, paths) -> copy.put(dataset, List.copyOf(paths)));
    return Collections.unmodifiableMap(copy);
  }

  /** The users who own rows. */
  public List<Person> people() {
    return people;
  }

  /** The groups that own rows. */
  public List<Group> groups() {
    return groups;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnreadableDataException if a file changed for the worse since it was first read
   */
  @Override
  public void stream(Dataset<?> dataset, Predicate<String> owner, Taker taker) throws IOException {
    boolean ofTenant =
        dataset.scopeKind() == ScopeKind.TENANT || dataset.scopeKind() == ScopeKind.UNKNOWN;
    for (Path path : files.getOrDefault(dataset, List.of())) {
      try (RowReader file = new RowReader(path)) {
        for (ObjectNode row = file.next(); row != null; row = file.next()) {
          String ownerId = RowOwners.of(dataset, row);
          if (ofTenant || owner.test(ownerId)) {
            if (row.has("ptenant")) {
              row.put("ptenant", tenantId);
            }
            taker.take(ownerId, row);
          }
        }
      }
    }
  }

  private static void scan(Dataset<?> dataset, Path path, RowOwners owners) {
    long rows = 0;
    try (RowReader file = new RowReader(path)) {
      for (ObjectNode row = file.next(); row != null; row = file.next()) {
        owners.note(dataset, row);
        rows++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not close " + path, e);
    }
    LOG.info("file taken dataset={} rows={} file={}", dataset.name(), rows, path);
  }

  /** The files that may have rows, in an order that is the same on every machine. */
  private static List<Path> found(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isForRows(folder.relativize(file)))
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not list the data folder " + folder, e);
    }
  }

  private static boolean isForRows(Path file) {
    for (Path part : file) {
      String name = part.toString();
      if (name.startsWith(".") || name.equals("metadata")) {
        return false;
      }
    }
    return true;
  }
}

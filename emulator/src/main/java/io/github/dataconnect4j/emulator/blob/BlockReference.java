package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One line of a block list.
 *
 * @param from where the block is looked for
 * @param id its base64 name
 */
record BlockReference(From from, String id) {

  /** Where a block is looked for. */
  enum From {
    COMMITTED,
    UNCOMMITTED,
    /** Among the uncommitted first. */
    LATEST
  }

  /** The list in a request's body; refused if it is none. */
  static List<BlockReference> list(Request request) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // A block list needs neither; with them a body could make us read files.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<BlockReference> list = new ArrayList<>();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(request.body()));
      xml.nextTag();
      xml.require(XMLStreamReader.START_ELEMENT, null, "BlockList");
      while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
        From from =
            switch (xml.getLocalName()) {
              case "Committed" -> From.COMMITTED;
              case "Uncommitted" -> From.UNCOMMITTED;
              case "Latest" -> From.LATEST;
              default -> throw BlobError.INVALID_XML_DOCUMENT.on(request);
            };
        list.add(new BlockReference(from, xml.getElementText().strip()));
      }
      return list;
    } catch (XMLStreamException e) {
      throw BlobError.INVALID_XML_DOCUMENT.on(request);
    }
  }
}

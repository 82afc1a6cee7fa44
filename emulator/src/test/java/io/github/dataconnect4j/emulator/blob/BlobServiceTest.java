package io.github.dataconnect4j.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.blob.Caller.Answer;
import io.github.dataconnect4j.emulator.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobServiceTest {

  private final Caller caller = new Caller();

  @BeforeEach
  void makeContainer() {
    caller.store.createContainer("acct", "gdc");
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Nested
  class Letting {

    @Test
    void asksForATokenAndSaysWhereToGetOne() throws IOException {
      Answer answer = caller.call("GET", "/acct/gdc/a", "Authorization", "");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.errorCode()).isEqualTo("NoAuthenticationInformation");
      assertThat(answer.header("WWW-Authenticate"))
          .isEqualTo(
              "Bearer authorization_uri=https://127.0.0.1:4711/tenant-1/oauth2/authorize"
                  + " resource_id=https://storage.azure.com");
    }

    @Test
    void refusesATokenThatIsNotForStorage() throws IOException {
      Answer answer = caller.call("GET", "/acct/gdc/a", "Authorization", "Bearer other");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.errorCode()).isEqualTo("InvalidAuthenticationInfo");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer authorization_uri=");
    }

    @Test
    void refusesASharedKey() throws IOException {
      Answer answer = caller.call("GET", "/acct/gdc/a", "Authorization", "SharedKey acct:x");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.errorCode()).isEqualTo("AuthenticationFailed");
    }

    @Test
    void letsAReaderReadAndNotWrite() throws IOException {
      caller.putBlob("/acct/gdc/a", "1");
      caller.roles.clear();
      caller.roles.add(Caller.READER);

      assertThat(caller.call("GET", "/acct/gdc/a").status()).isEqualTo(200);
      Answer answer = caller.putBlob("/acct/gdc/a", "2");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.errorCode()).isEqualTo("AuthorizationPermissionMismatch");
      assertThat(answer.text())
          .isEqualTo(
              "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error>"
                  + "<Code>AuthorizationPermissionMismatch</Code><Message>This request is not"
                  + " authorized to perform this operation using this permission.</Message>"
                  + "</Error>");
    }

    @Test
    void refusesReadingToWhoHoldsNoRole() throws IOException {
      caller.roles.clear();
      assertThat(caller.call("GET", "/acct/?comp=list").status()).isEqualTo(403);
    }

    @Test
    void answersNotFoundForAnUnknownAccount() throws IOException {
      Answer answer = caller.call("GET", "/nobody/gdc/a");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.errorCode()).isEqualTo("ResourceNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-11-09", "2021-06-08", "2026-04-06", "2026-10-06"})
    void takesEveryVersionThatClientsSend(String version) throws IOException {
      Answer answer = caller.call("GET", "/acct/?comp=list", "x-ms-version", version);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("x-ms-version")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04-17", "2027-01-01", "2026-13-01", "newest"})
    void refusesAVersionThatThereIsNot(String version) throws IOException {
      Answer answer = caller.call("GET", "/acct/?comp=list", "x-ms-version", version);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("InvalidHeaderValue");
    }

    @Test
    void refusesATokenWithoutAVersion() throws IOException {
      Answer answer = caller.call("GET", "/acct/?comp=list", "x-ms-version", "");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("MissingRequiredHeader");
    }
  }

  @Nested
  class UnknownRoutes {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/acct/gdc/a?comp=tags",
          "/acct/gdc/a?snapshot=2026",
          "/acct/gdc?restype=container&comp=acl",
          "/acct/?restype=service&comp=properties"
        })
    void areWhatTheQueryMakesOfAKnownPath(String target) throws IOException {
      assertThat(caller.service.routes().match(caller.request("GET", target, new byte[0])))
          .isEmpty();
      Answer answer = caller.call("GET", target);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("UnsupportedQueryParameter");
    }

    @Test
    void areOtherVerbs() throws IOException {
      Answer answer = caller.call("POST", "/acct/gdc/a?action=lease");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.errorCode()).isEqualTo("UnsupportedHttpVerb");
    }

    @Test
    void areTheRootAndAnAccountAlone() throws IOException {
      assertThat(caller.call("GET", "/").errorCode()).isEqualTo("InvalidUri");
      assertThat(caller.call("GET", "/acct").errorCode()).isEqualTo("InvalidQueryParameterValue");
    }
  }

  @Nested
  class Containers {

    @Test
    void areCreatedOnce() throws IOException {
      Answer created = caller.call("PUT", "/acct/new?restype=container", "x-ms-meta-owner", "Ida");
      assertThat(created.status()).isEqualTo(201);
      assertThat(created.header("ETag")).startsWith("\"0x");
      assertThat(created.header("Last-Modified")).isEqualTo("Thu, 01 Jan 2026 00:00:00 GMT");

      Answer again = caller.call("PUT", "/acct/new?restype=container");
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.errorCode()).isEqualTo("ContainerAlreadyExists");

      Answer properties = caller.call("HEAD", "/acct/new?restype=container");
      assertThat(properties.status()).isEqualTo(200);
      assertThat(properties.header("ETag")).isEqualTo(created.header("ETag"));
      assertThat(properties.header("x-ms-meta-owner")).isEqualTo("Ida");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Upper", "two--dashes", "-dash", "dash-", "under_score"})
    void needAProperName(String name) throws IOException {
      Answer answer = caller.call("PUT", "/acct/" + name + "?restype=container");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("InvalidResourceName");
    }

    @Test
    void areDeletedWithAllInThem() throws IOException {
      caller.putBlob("/acct/gdc/a", "1");
      assertThat(caller.call("DELETE", "/acct/gdc?restype=container").status()).isEqualTo(202);

      Answer answer = caller.call("GET", "/acct/gdc/a");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.errorCode()).isEqualTo("ContainerNotFound");
      assertThat(caller.call("DELETE", "/acct/gdc?restype=container").errorCode())
          .isEqualTo("ContainerNotFound");
    }

    @Test
    void sayThatTheyDoNotExistInAHeaderAlone() throws IOException {
      Answer answer = caller.call("HEAD", "/acct/none?restype=container");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.errorCode()).isEqualTo("ContainerNotFound");
      assertThat(answer.text()).isEmpty();
    }

    @Test
    void areListedInPages() throws IOException {
      caller.store.createContainer("acct", "abc");
      caller.store.createContainer("acct", "xyz");
      Answer first = caller.call("GET", "/acct/?comp=list&maxresults=2");
      assertThat(first.text())
          .contains("<EnumerationResults ServiceEndpoint=\"https://127.0.0.1:4711/acct/\">")
          .contains("<MaxResults>2</MaxResults>")
          .contains("<Name>abc</Name>", "<Name>gdc</Name>")
          .doesNotContain("<Name>xyz</Name>");

      Answer second =
          caller.call("GET", "/acct/?comp=list&maxresults=2&marker=" + nextMarker(first));
      assertThat(second.text())
          .contains("<Name>xyz</Name>", "<NextMarker></NextMarker>")
          .doesNotContain("<Name>gdc</Name>");
    }

    @Test
    void keepMetadata() throws IOException {
      assertThat(
              caller
                  .call("PUT", "/acct/gdc?restype=container&comp=metadata", "x-ms-meta-a", "1")
                  .status())
          .isEqualTo(200);
      assertThat(
              caller.call("GET", "/acct/gdc?restype=container&comp=metadata").header("x-ms-meta-a"))
          .isEqualTo("1");
      assertThat(caller.call("GET", "/acct/?comp=list&include=metadata").text())
          .contains("<Metadata><a>1</a></Metadata>");
    }
  }

  @Nested
  class Writing {

    @Test
    void keepsBytesHeadersAndMetadata() throws IOException {
      Answer put =
          caller.putBlob(
              "/acct/gdc/messages%2Fpart-0000.json",
              "hello",
              "Content-Type",
              "application/octet-stream",
              "x-ms-blob-content-type",
              "application/json",
              "x-ms-blob-cache-control",
              "no-store",
              "x-ms-meta-run",
              "r-1");
      assertThat(put.status()).isEqualTo(201);
      assertThat(put.header("x-ms-request-server-encrypted")).isEqualTo("true");

      Answer get = caller.call("GET", "/acct/gdc/messages/part-0000.json");
      assertThat(get.status()).isEqualTo(200);
      assertThat(get.text()).isEqualTo("hello");
      assertThat(get.header("Content-Type")).isEqualTo("application/json");
      assertThat(get.header("Cache-Control")).isEqualTo("no-store");
      assertThat(get.header("x-ms-meta-run")).isEqualTo("r-1");
      assertThat(get.header("x-ms-blob-type")).isEqualTo("BlockBlob");
      assertThat(get.header("Accept-Ranges")).isEqualTo("bytes");
      assertThat(get.header("ETag")).isEqualTo(put.header("ETag"));
    }

    @Test
    void needsABlobTypeAndKnowsOne() throws IOException {
      assertThat(caller.put("/acct/gdc/a", "x").errorCode()).isEqualTo("MissingRequiredHeader");
      assertThat(caller.put("/acct/gdc/a", "x", "x-ms-blob-type", "PageBlob").errorCode())
          .isEqualTo("InvalidHeaderValue");
      assertThat(caller.putBlob("/acct/gdc/a", "", "x-ms-copy-source", "https://x/").errorCode())
          .isEqualTo("UnsupportedHeader");
    }

    @Test
    void needsALength() throws IOException {
      Answer answer = caller.putBlob("/acct/gdc/a", "x", "Content-Length", "");
      assertThat(answer.status()).isEqualTo(411);
      assertThat(answer.errorCode()).isEqualTo("MissingContentLengthHeader");
    }

    @Test
    void checksTheDigest() throws IOException {
      Answer wrong = caller.putBlob("/acct/gdc/a", "hello", "Content-MD5", "AAAA");
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.errorCode()).isEqualTo("Md5Mismatch");
      assertThat(caller.call("HEAD", "/acct/gdc/a").status()).isEqualTo(404);

      String md5 = "XUFAKrxLKna5cZ2REBfFkg==";
      assertThat(caller.putBlob("/acct/gdc/a", "hello", "Content-MD5", md5).header("Content-MD5"))
          .isEqualTo(md5);
      assertThat(caller.call("HEAD", "/acct/gdc/a").header("Content-MD5")).isEqualTo(md5);
      Answer part = caller.call("GET", "/acct/gdc/a", "Range", "bytes=0-1");
      assertThat(part.header("Content-MD5")).isEqualTo("absent");
      assertThat(part.header("x-ms-blob-content-md5")).isEqualTo(md5);
    }

    @Test
    void doesNotOverwriteWhenAskedNotTo() throws IOException {
      assertThat(caller.putBlob("/acct/gdc/a", "1", "If-None-Match", "*").status()).isEqualTo(201);
      Answer answer = caller.putBlob("/acct/gdc/a", "2", "If-None-Match", "*");
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.errorCode()).isEqualTo("BlobAlreadyExists");
      assertThat(caller.call("GET", "/acct/gdc/a").text()).isEqualTo("1");
    }

    @Test
    void replacesOnlyTheVersionThatWasMeant() throws IOException {
      String old = caller.putBlob("/acct/gdc/a", "1").header("ETag");
      String current = caller.putBlob("/acct/gdc/a", "2", "If-Match", old).header("ETag");
      assertThat(current).isNotEqualTo(old);
      Answer answer = caller.putBlob("/acct/gdc/a", "3", "If-Match", old);
      assertThat(answer.status()).isEqualTo(412);
      assertThat(answer.errorCode()).isEqualTo("ConditionNotMet");
      assertThat(caller.call("DELETE", "/acct/gdc/a", "If-Match", old).status()).isEqualTo(412);
      assertThat(caller.putBlob("/acct/gdc/none", "3", "If-Match", "*").status()).isEqualTo(412);
    }

    @Test
    void changesHeadersAndMetadataWithoutTheBytes() throws IOException {
      String first = caller.putBlob("/acct/gdc/a", "1").header("ETag");
      caller.call("PUT", "/acct/gdc/a?comp=metadata", "x-ms-meta-k", "v");
      Answer set =
          caller.call("PUT", "/acct/gdc/a?comp=properties", "x-ms-blob-content-type", "text/csv");
      assertThat(set.status()).isEqualTo(200);

      Answer get = caller.call("GET", "/acct/gdc/a");
      assertThat(get.text()).isEqualTo("1");
      assertThat(get.header("Content-Type")).isEqualTo("text/csv");
      assertThat(get.header("ETag")).isEqualTo(set.header("ETag")).isNotEqualTo(first);
      assertThat(caller.call("HEAD", "/acct/gdc/a?comp=metadata").header("x-ms-meta-k"))
          .isEqualTo("v");
    }

    @Test
    void refusesWhereThereIsNoContainer() throws IOException {
      assertThat(caller.putBlob("/acct/none/a", "1").errorCode()).isEqualTo("ContainerNotFound");
    }
  }

  @Nested
  class Blocks {

    @Test
    void areStagedListedAndCommitted() throws IOException {
      String blob = "/acct/gdc/messages%2Fbig.bin";
      assertThat(caller.put(blob + "?comp=block&blockid=MDAwMQ==", "first ").status())
          .isEqualTo(201);
      assertThat(caller.put(blob + "?comp=block&blockid=MDAwMg%3D%3D", "second").status())
          .isEqualTo(201);
      assertThat(caller.call("GET", blob).errorCode()).isEqualTo("BlobNotFound");
      assertThat(caller.call("GET", blob + "?comp=blocklist&blocklisttype=all").text())
          .endsWith(
              "<BlockList><CommittedBlocks></CommittedBlocks><UncommittedBlocks>"
                  + "<Block><Name>MDAwMQ==</Name><Size>6</Size></Block>"
                  + "<Block><Name>MDAwMg==</Name><Size>6</Size></Block>"
                  + "</UncommittedBlocks></BlockList>");

      Answer committed =
          caller.put(
              blob + "?comp=blocklist",
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><BlockList><Latest>MDAwMQ==</Latest>"
                  + "<Latest>MDAwMg==</Latest></BlockList>",
              "Content-Type",
              "application/xml");
      assertThat(committed.status()).isEqualTo(201);
      Answer get = caller.call("GET", blob);
      assertThat(get.text()).isEqualTo("first second");
      assertThat(get.header("Content-Type")).isEqualTo("application/octet-stream");
      assertThat(caller.call("GET", blob + "?comp=blocklist").text())
          .contains("<CommittedBlocks><Block><Name>MDAwMQ==</Name>")
          .doesNotContain("Uncommitted");
    }

    @Test
    void mustExistWhereTheListLooksForThem() throws IOException {
      caller.put("/acct/gdc/a?comp=block&blockid=MDAwMQ==", "1");
      Answer answer =
          caller.put(
              "/acct/gdc/a?comp=blocklist",
              "<BlockList><Committed>MDAwMQ==</Committed></BlockList>");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("InvalidBlockList");
    }

    @Test
    void haveProperIds() throws IOException {
      assertThat(caller.put("/acct/gdc/a?comp=block", "1").errorCode())
          .isEqualTo("MissingRequiredQueryParameter");
      assertThat(caller.put("/acct/gdc/a?comp=block&blockid=%20", "1").errorCode())
          .isEqualTo("InvalidQueryParameterValue");
      caller.put("/acct/gdc/a?comp=block&blockid=MDAwMQ==", "1");
      assertThat(caller.put("/acct/gdc/a?comp=block&blockid=MQ==", "1").errorCode())
          .isEqualTo("InvalidBlobOrBlock");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "<BlockList>",
          "<Other/>",
          "<BlockList><Newest>MQ==</Newest></BlockList>",
          "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><BlockList><Latest>&e;</Latest></BlockList>"
        })
    void areListedInProperXml(String body) throws IOException {
      Answer answer = caller.put("/acct/gdc/a?comp=blocklist", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("InvalidXmlDocument");
    }
  }

  @Nested
  class Reading {

    @BeforeEach
    void write() throws IOException {
      caller.putBlob("/acct/gdc/a", "hello world!");
    }

    @Test
    void givesTheRangeThatXMsRangeAsksForBeforeRange() throws IOException {
      Answer answer =
          caller.call("GET", "/acct/gdc/a", "x-ms-range", "bytes=6-11", "Range", "bytes=0-1");
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.header("Content-Range")).isEqualTo("bytes 6-11/12");
      assertThat(answer.text()).isEqualTo("world!");
    }

    @Test
    void cutsARangeAtTheEndOfTheBlob() throws IOException {
      Answer answer = caller.call("GET", "/acct/gdc/a", "x-ms-range", "bytes=0-33554431");
      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.header("Content-Range")).isEqualTo("bytes 0-11/12");
      assertThat(caller.call("GET", "/acct/gdc/a", "Range", "bytes=8-").text()).isEqualTo("rld!");
    }

    @Test
    void refusesARangeBehindTheEnd() throws IOException {
      Answer answer = caller.call("GET", "/acct/gdc/a", "Range", "bytes=12-");
      assertThat(answer.status()).isEqualTo(416);
      assertThat(answer.errorCode()).isEqualTo("InvalidRange");
      assertThat(answer.header("Content-Range")).isEqualTo("bytes */12");

      caller.putBlob("/acct/gdc/empty", "");
      assertThat(caller.call("GET", "/acct/gdc/empty", "Range", "bytes=0-9").status())
          .isEqualTo(416);
      assertThat(caller.call("GET", "/acct/gdc/empty").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-5", "bytes=5-2", "5-6", "bytes=a-b"})
    void refusesWhatIsNoRange(String range) throws IOException {
      assertThat(caller.call("GET", "/acct/gdc/a", "Range", range).errorCode())
          .isEqualTo("InvalidHeaderValue");
    }

    @Test
    void tellsTheLengthToHeadWithoutTheBytes() throws IOException {
      Response response = caller.answer(caller.request("HEAD", "/acct/gdc/a", new byte[0]));
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body().length()).isEqualTo(12);
      response.body().close();
    }

    @Test
    void saysThatABlobIsMissing() throws IOException {
      Answer get = caller.call("GET", "/acct/gdc/nope");
      assertThat(get.status()).isEqualTo(404);
      assertThat(get.header("Content-Type")).isEqualTo("application/xml");
      assertThat(get.text())
          .endsWith(
              "<Error><Code>BlobNotFound</Code><Message>The specified blob does not"
                  + " exist.</Message></Error>");
      Answer head = caller.call("HEAD", "/acct/gdc/nope");
      assertThat(head.errorCode()).isEqualTo("BlobNotFound");
      assertThat(head.text()).isEmpty();
    }

    @Test
    void obeysConditions() throws IOException {
      String etag = caller.call("HEAD", "/acct/gdc/a").header("ETag");
      Answer unchanged = caller.call("GET", "/acct/gdc/a", "If-None-Match", etag);
      assertThat(unchanged.status()).isEqualTo(304);
      assertThat(unchanged.errorCode()).isEqualTo("ConditionNotMet");
      assertThat(unchanged.text()).isEmpty();
      assertThat(caller.call("GET", "/acct/gdc/a", "If-Match", "\"0x1\"").status()).isEqualTo(412);
      assertThat(caller.call("GET", "/acct/gdc/a", "If-Match", etag).status()).isEqualTo(200);
      String then = "Thu, 01 Jan 2026 00:00:00 GMT";
      assertThat(caller.call("GET", "/acct/gdc/a", "If-Modified-Since", then).status())
          .isEqualTo(304);
      assertThat(caller.call("GET", "/acct/gdc/a", "If-Unmodified-Since", then).status())
          .isEqualTo(200);
      caller.time.advance(Duration.ofSeconds(1));
      caller.putBlob("/acct/gdc/a", "later");
      assertThat(caller.call("GET", "/acct/gdc/a", "If-Unmodified-Since", then).status())
          .isEqualTo(412);
      assertThat(caller.call("GET", "/acct/gdc/a", "If-Modified-Since", "today").errorCode())
          .isEqualTo("InvalidHeaderValue");
    }

    @Test
    void givesTheBytesOfTheMomentOfTheRequest() throws IOException {
      Response response = caller.answer(caller.request("GET", "/acct/gdc/a", new byte[0]));
      caller.putBlob("/acct/gdc/a", "something else");
      assertThat(Caller.read(response).text()).isEqualTo("hello world!");
    }

    @Test
    void endsWithTheBlobsDeletion() throws IOException {
      Answer deleted = caller.call("DELETE", "/acct/gdc/a");
      assertThat(deleted.status()).isEqualTo(202);
      assertThat(caller.call("DELETE", "/acct/gdc/a").errorCode()).isEqualTo("BlobNotFound");
    }

    @Test
    void carriesTheIdsAndDatesOfTheServiceOnEveryAnswer() throws IOException {
      Answer first = caller.call("GET", "/acct/gdc/a", "x-ms-client-request-id", "c-1");
      Answer second = caller.call("GET", "/acct/gdc/nope");
      assertThat(first.header("x-ms-request-id")).isNotEqualTo(second.header("x-ms-request-id"));
      assertThat(first.header("x-ms-client-request-id")).isEqualTo("c-1");
      assertThat(second.header("Date")).isEqualTo("Thu, 01 Jan 2026 00:00:00 GMT");
      assertThat(second.header("x-ms-version")).isEqualTo("2026-10-06");
    }
  }

  @Nested
  class Listing {

    @Test
    void pagesWithoutLosingOrRepeatingANameWhileBlobsComeAndGo() throws IOException {
      for (int i = 0; i < 5; i++) {
        caller.putBlob("/acct/gdc/m/" + i, "x");
      }
      Answer first = caller.call("GET", "/acct/gdc?restype=container&comp=list&maxresults=2");
      caller.call("DELETE", "/acct/gdc/m/1");
      caller.putBlob("/acct/gdc/m/0b", "x");
      Answer second =
          caller.call(
              "GET",
              "/acct/gdc?restype=container&comp=list&maxresults=2&marker=" + nextMarker(first));
      assertThat(names(first)).containsExactly("m/0", "m/1");
      assertThat(names(second)).containsExactly("m/2", "m/3");
    }

    @Test
    void keepsToThePrefixAndShowsProperties() throws IOException {
      caller.putBlob("/acct/gdc/messages/part-0000.json", "hello world");
      caller.putBlob("/acct/gdc/messaging", "x");
      Answer answer =
          caller.call(
              "GET", "/acct/gdc?restype=container&comp=list&prefix=messages%2F&maxresults=100");
      assertThat(names(answer)).containsExactly("messages/part-0000.json");
      assertThat(answer.text())
          .contains(
              "<EnumerationResults ServiceEndpoint=\"https://127.0.0.1:4711/acct/\""
                  + " ContainerName=\"gdc\"><Prefix>messages/</Prefix>"
                  + "<MaxResults>100</MaxResults><Blobs>")
          .contains("<Last-Modified>Thu, 01 Jan 2026 00:00:00 GMT</Last-Modified><Etag>0x8DE")
          .contains("<Content-Length>11</Content-Length>")
          .contains("<Content-Type>application/octet-stream</Content-Type>")
          .contains("<BlobType>BlockBlob</BlobType>")
          .endsWith("<NextMarker></NextMarker></EnumerationResults>");
    }

    @Test
    void showsWhatLiesBehindADelimiterAsOnePrefix() throws IOException {
      for (String name : List.of("a", "b/1", "b/2", "b/c/3", "d")) {
        caller.putBlob("/acct/gdc/" + name, "x");
      }
      Answer top = caller.call("GET", "/acct/gdc?restype=container&comp=list&delimiter=%2F");
      assertThat(names(top)).containsExactly("a", "b/", "d");
      assertThat(top.text()).contains("<BlobPrefix><Name>b/</Name></BlobPrefix>");

      Answer paged =
          caller.call("GET", "/acct/gdc?restype=container&comp=list&delimiter=/&maxresults=2");
      Answer rest =
          caller.call(
              "GET",
              "/acct/gdc?restype=container&comp=list&delimiter=/&marker=" + nextMarker(paged));
      assertThat(names(rest)).containsExactly("d");
      assertThat(
              names(
                  caller.call(
                      "GET", "/acct/gdc?restype=container&comp=list&delimiter=/&prefix=b/")))
          .containsExactly("b/1", "b/2", "b/c/");
    }

    @Test
    void keepsEveryCharacterOfAName() throws IOException {
      List<String> targets = List.of("c%252F.txt", "a+b%20c", "%C3%BCn%C3%AF", "x%26%3Cy%3E");
      for (String target : targets) {
        caller.putBlob("/acct/gdc/" + target, target);
        assertThat(caller.call("GET", "/acct/gdc/" + target).text()).isEqualTo(target);
      }
      assertThat(names(caller.call("GET", "/acct/gdc?restype=container&comp=list")))
          .containsExactly("a+b c", "c%2F.txt", "x&amp;&lt;y&gt;", "ünï");
    }

    @Test
    void encodesNamesThatXmlCannotHold() throws IOException {
      caller.putBlob("/acct/gdc/a%01%2Fb", "x");
      assertThat(caller.call("GET", "/acct/gdc?restype=container&comp=list").text())
          .contains("<Name Encoded=\"true\">a%01%2Fb</Name>");
    }

    @Test
    void refusesSizesAndMarkersThatAreNone() throws IOException {
      String list = "/acct/gdc?restype=container&comp=list";
      assertThat(caller.call("GET", list + "&maxresults=0").errorCode())
          .isEqualTo("OutOfRangeQueryParameterValue");
      assertThat(caller.call("GET", list + "&maxresults=many").errorCode())
          .isEqualTo("InvalidQueryParameterValue");
      assertThat(caller.call("GET", list + "&marker=%25").errorCode())
          .isEqualTo("InvalidQueryParameterValue");
    }
  }

  @Nested
  class DataLakePaths {

    @Test
    void listDirectoriesAndFiles() throws IOException {
      caller.putBlob("/acct/gdc/messages/part-0000.json", "hello world");
      caller.putBlob("/acct/gdc/readme", "x");
      Answer top = caller.call("GET", "/acct/gdc?resource=filesystem&recursive=false&upn=false");
      assertThat(top.status()).isEqualTo(200);
      assertThat(top.text())
          .startsWith(
              "{\"paths\":[{\"name\":\"messages\",\"isDirectory\":\"true\","
                  + "\"contentLength\":\"0\",\"etag\":\"0x8DE")
          .contains("{\"name\":\"readme\",\"contentLength\":\"1\",\"etag\":\"0x8DE");

      Answer in =
          caller.call("GET", "/acct/gdc?resource=filesystem&recursive=true&directory=messages");
      assertThat(in.text())
          .contains("\"name\":\"messages/part-0000.json\"")
          .doesNotContain("readme");
    }

    @Test
    void page() throws IOException {
      caller.putBlob("/acct/gdc/a", "1");
      caller.putBlob("/acct/gdc/b", "2");
      String list = "/acct/gdc?resource=filesystem&recursive=true&maxResults=1";
      Answer first = caller.call("GET", list);
      Answer second =
          caller.call("GET", list + "&continuation=" + first.header("x-ms-continuation"));
      assertThat(second.text()).contains("\"name\":\"b\"").doesNotContain("\"name\":\"a\"");
      assertThat(second.header("x-ms-continuation")).isEqualTo("absent");
    }

    @Test
    void refuseInJson() throws IOException {
      Answer answer = caller.call("GET", "/acct/none?resource=filesystem&recursive=true");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text())
          .isEqualTo(
              "{\"error\":{\"code\":\"FilesystemNotFound\",\"message\":\"The specified filesystem"
                  + " does not exist.\"}}");
      assertThat(
              caller
                  .call("GET", "/acct/gdc?resource=filesystem&recursive=true&directory=x")
                  .errorCode())
          .isEqualTo("PathNotFound");
    }
  }

  private static String nextMarker(Answer answer) {
    String text = answer.text();
    int start = text.indexOf("<NextMarker>") + "<NextMarker>".length();
    return text.substring(start, text.indexOf("</NextMarker>"));
  }

  private static List<String> names(Answer answer) {
    return Pattern.compile("<Name>([^<]*)</Name>")
        .matcher(answer.text())
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}

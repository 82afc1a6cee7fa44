package io.github.dataconnect4j.emulator.http;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a request to its service's handler, and whatever goes wrong there into an answer. */
final class Dispatch {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private Dispatch() {}

  static Response answer(Service service, Request request) {
    try {
      Routes.Match match = service.routes().match(request).orElse(null);
      if (match == null) {
        LOG.warn(
            "unknown route service={} method={} target={}",
            service.name(),
            request.method(),
            request.target());
        return service.unknownRoute(request);
      }
      service.authenticate(request);
      return match.handle(request);
    } catch (ServiceError e) {
      return e.response();
    } catch (BodyTooLongException e) {
      return Response.of(413, "text/plain; charset=utf-8", e.getMessage());
    } catch (IOException e) {
      return service.unreadable(request, e);
    } catch (RuntimeException e) {
      LOG.error(
          "the emulator failed service={} method={} target={}",
          service.name(),
          request.method(),
          request.target(),
          e);
      return service.failed(request);
    }
  }
}

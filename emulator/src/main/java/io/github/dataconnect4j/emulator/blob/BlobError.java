package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.ServiceError;

/**
 * How the service refuses: status, code and text of Azure's page on the error codes of Blob
 * Storage.
 */
enum BlobError {
  AUTHENTICATION_FAILED(
      403,
      "AuthenticationFailed",
      "Server failed to authenticate the request. Make sure the value of the Authorization header"
          + " is formed correctly including the signature."),
  AUTHORIZATION_PERMISSION_MISMATCH(
      403,
      "AuthorizationPermissionMismatch",
      "This request is not authorized to perform this operation using this permission."),
  BLOB_ALREADY_EXISTS(409, "BlobAlreadyExists", "The specified blob already exists."),
  BLOB_NOT_FOUND(404, "BlobNotFound", "The specified blob does not exist."),
  CONDITION_NOT_MET(
      412,
      "ConditionNotMet",
      "The condition specified using HTTP conditional header(s) is not met."),
  CONTAINER_ALREADY_EXISTS(
      409, "ContainerAlreadyExists", "The specified container already exists."),
  CONTAINER_NOT_FOUND(404, "ContainerNotFound", "The specified container does not exist."),
  INTERNAL_ERROR(
      500, "InternalError", "The server encountered an internal error. Please retry the request."),
  INVALID_AUTHENTICATION_INFO(
      401,
      "InvalidAuthenticationInfo",
      "Server failed to authenticate the request. Please refer to the information in the"
          + " www-authenticate header."),
  INVALID_BLOB_OR_BLOCK(
      400, "InvalidBlobOrBlock", "The specified blob or block content is invalid."),
  INVALID_BLOCK_LIST(400, "InvalidBlockList", "The specified block list is invalid."),
  INVALID_HEADER_VALUE(
      400,
      "InvalidHeaderValue",
      "The value for one of the HTTP headers is not in the correct format."),
  INVALID_QUERY_PARAMETER_VALUE(
      400,
      "InvalidQueryParameterValue",
      "Value for one of the query parameters specified in the request URI is invalid."),
  INVALID_RANGE(
      416, "InvalidRange", "The range specified is invalid for the current size of the resource."),
  INVALID_RESOURCE_NAME(
      400, "InvalidResourceName", "The specified resource name contains invalid characters."),
  INVALID_URI(
      400, "InvalidUri", "The requested URI does not represent any resource on the server."),
  INVALID_XML_DOCUMENT(400, "InvalidXmlDocument", "XML specified is not syntactically valid."),
  MD5_MISMATCH(
      400,
      "Md5Mismatch",
      "The MD5 value specified in the request did not match with the MD5 value calculated by the"
          + " server."),
  MISSING_CONTENT_LENGTH_HEADER(
      411, "MissingContentLengthHeader", "Content-Length HTTP header is missing."),
  MISSING_REQUIRED_HEADER(
      400,
      "MissingRequiredHeader",
      "An HTTP header that's mandatory for this request is not specified."),
  MISSING_REQUIRED_QUERY_PARAMETER(
      400,
      "MissingRequiredQueryParameter",
      "A query parameter that's mandatory for this request is not specified."),
  NO_AUTHENTICATION_INFORMATION(
      401,
      "NoAuthenticationInformation",
      "Server failed to authenticate the request. Please refer to the information in the"
          + " www-authenticate header."),
  NOT_MODIFIED(
      304,
      "ConditionNotMet",
      "The condition specified using HTTP conditional header(s) is not met."),
  OUT_OF_RANGE_QUERY_PARAMETER_VALUE(
      400,
      "OutOfRangeQueryParameterValue",
      "One of the query parameters specified in the request URI is outside the permissible"
          + " range."),
  RESOURCE_NOT_FOUND(404, "ResourceNotFound", "The specified resource does not exist."),
  UNSUPPORTED_HEADER(
      400, "UnsupportedHeader", "One of the headers specified in the request is not supported."),
  UNSUPPORTED_HTTP_VERB(
      405, "UnsupportedHttpVerb", "The resource doesn't support the specified HTTP verb."),
  UNSUPPORTED_QUERY_PARAMETER(
      400,
      "UnsupportedQueryParameter",
      "One of the query parameters specified in the request URI is not supported.");

  private final int status;
  private final String code;
  private final String text;

  BlobError(int status, String code, String text) {
    this.status = status;
    this.code = code;
    this.text = text;
  }

  /** The refusal of a request, to be thrown. */
  ServiceError on(Request request) {
    return new ServiceError(response(request), code);
  }

  /** The refusal of a request, with one more header, to be thrown. */
  ServiceError on(Request request, String header, String value) {
    return new ServiceError(response(request).withHeader(header, value), code);
  }

  /** For a fault that was ordered. */
  static Response ordered(Request request, int status) {
    return response(
        request,
        status,
        switch (status) {
          case 404 -> "ResourceNotFound";
          case 429, 503 -> "ServerBusy";
          case 500 -> "InternalError";
          default -> "OperationTimedOut";
        },
        "This fault was ordered.");
  }

  Response response(Request request) {
    return response(request, status, code, text);
  }

  private static Response response(Request request, int status, String code, String text) {
    boolean bare = request.method().equals("HEAD") || status == 304;
    Response response =
        bare
            ? Response.empty(status)
            : Response.of(
                status,
                "application/xml",
                new Xml()
                    .open("Error")
                    .element("Code", code)
                    .element("Message", text)
                    .close("Error")
                    .text());
    return response.withHeader("x-ms-error-code", code);
  }
}

package io.github.dataconnect4j.emulator.blob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Response;
import io.github.dataconnect4j.emulator.http.ServiceError;
import io.github.dataconnect4j.emulator.json.Json;

/**
 * How the service refuses: status, code and text of Azure's pages on the error codes of Blob
 * Storage, and of Data Lake Storage where its own differ.
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
  BLOB_ALREADY_EXISTS(
      409,
      "BlobAlreadyExists",
      "The specified blob already exists.",
      "PathAlreadyExists",
      "The specified path already exists."),
  BLOB_NOT_FOUND(
      404,
      "BlobNotFound",
      "The specified blob does not exist.",
      "PathNotFound",
      "The specified path does not exist."),
  CONDITION_NOT_MET(
      412,
      "ConditionNotMet",
      "The condition specified using HTTP conditional header(s) is not met."),
  CONTAINER_ALREADY_EXISTS(
      409,
      "ContainerAlreadyExists",
      "The specified container already exists.",
      "FilesystemAlreadyExists",
      "The specified filesystem already exists."),
  CONTAINER_NOT_FOUND(
      404,
      "ContainerNotFound",
      "The specified container does not exist.",
      "FilesystemNotFound",
      "The specified filesystem does not exist."),
  DIRECTORY_NOT_EMPTY(
      409,
      "DirectoryNotEmpty",
      "The recursive query parameter value must be true to delete a non-empty directory."),
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
  INVALID_FLUSH_POSITION(
      400,
      "InvalidFlushPosition",
      "The uploaded data is not contiguous or the position query parameter value is not equal to"
          + " the length of the file after appending the uploaded data."),
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
  KEY_BASED_AUTHENTICATION_NOT_PERMITTED(
      403,
      "KeyBasedAuthenticationNotPermitted",
      "Key based authentication is not permitted on this storage account."),
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
  SOURCE_PATH_NOT_FOUND(
      404, "SourcePathNotFound", "The source path for a rename operation does not exist."),
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
  private final String lakeCode;
  private final String lakeText;

  BlobError(int status, String code, String text) {
    this(status, code, text, code, text);
  }

  BlobError(int status, String code, String text, String lakeCode, String lakeText) {
    this.status = status;
    this.code = code;
    this.text = text;
    this.lakeCode = lakeCode;
    this.lakeText = lakeText;
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
    return View.of(request) == View.LAKE
        ? response(request, status, lakeCode, lakeText)
        : response(request, status, code, text);
  }

  private static Response response(Request request, int status, String code, String text) {
    boolean bare = request.method().equals("HEAD") || status == 304;
    Response response;
    if (bare) {
      response = Response.empty(status);
    } else if (View.of(request) == View.LAKE) {
      response = Response.json(status, json(code, text));
    } else {
      response = Response.of(status, "application/xml", xml(code, text));
    }
    return response.withHeader("x-ms-error-code", code);
  }

  private static String xml(String code, String text) {
    return new Xml()
        .open("Error")
        .element("Code", code)
        .element("Message", text)
        .close("Error")
        .text();
  }

  private static ObjectNode json(String code, String text) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", text);
    return body;
  }
}

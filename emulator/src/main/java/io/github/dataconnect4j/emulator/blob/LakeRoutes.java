package io.github.dataconnect4j.emulator.blob;

import io.github.dataconnect4j.emulator.http.Request;
import io.github.dataconnect4j.emulator.http.Routes;
import io.github.dataconnect4j.emulator.truth.Operation;
import io.github.dataconnect4j.emulator.truth.Reference;
import java.util.function.Predicate;

/** The operations of Data Lake Storage Gen2, on the data that Blob storage shows too. */
final class LakeRoutes {

  private final FilesystemOperations filesystems;
  private final PathOperations paths;
  private final FileOperations files;

  LakeRoutes(BlobStore store, ContainerOperations containers, BlobOperations blobs) {
    this.filesystems = new FilesystemOperations(store, containers);
    this.paths = new PathOperations(store, blobs);
    this.files = new FileOperations(store);
  }

  void addTo(Routes routes) {
    String account = "/{account}";
    String filesystem = account + "/{container}";
    String path = filesystem + "/{blob...}";
    Predicate<Request> onFilesystem = lake("resource", "filesystem");
    routes
        .on(
            "GET",
            account,
            described("Filesystem_List"),
            lake("resource", "account"),
            filesystems::list)
        .on("PUT", filesystem, described("Filesystem_Create"), onFilesystem, filesystems::create)
        .on(
            "HEAD",
            filesystem,
            described("Filesystem_GetProperties"),
            onFilesystem,
            filesystems::properties)
        .on("DELETE", filesystem, described("Filesystem_Delete"), onFilesystem, filesystems::delete)
        .on("GET", filesystem, described("Path_List"), onFilesystem, paths::list)
        .on("PUT", path, described("Path_Create"), lake("resource", "file"), files::createFile)
        .on(
            "PUT",
            path,
            described("Path_Create"),
            lake("resource", "directory"),
            files::createDirectory)
        .on("PUT", path, described("Path_Create"), LakeRoutes::renames, files::rename)
        .on("PATCH", path, described("Path_Update"), lake("action", "append"), files::append)
        .on("PATCH", path, described("Path_Update"), lake("action", "flush"), files::flush)
        .on(
            "HEAD",
            path,
            described("Path_GetProperties"),
            lake("action", "getStatus"),
            paths::properties)
        .on("HEAD", path, described("Path_GetProperties"), lake("action", ""), paths::properties)
        .on("GET", path, described("Path_Read"), lake("action", ""), paths::read)
        .on("DELETE", path, described("Path_Delete"), lake("action", ""), paths::delete);
  }

  private static Operation described(String id) {
    return Reference.dataLake(id);
  }

  private static boolean renames(Request request) {
    return request.header("x-ms-rename-source").isPresent()
        && !request.query().containsKey("resource");
  }

  /** An operation of Data Lake Storage, known by one parameter, or by having none of them. */
  private static Predicate<Request> lake(String parameter, String value) {
    return request ->
        View.of(request) == View.LAKE
            && request.query(parameter).orElse("").equalsIgnoreCase(value)
            && (parameter.equals("resource") || !request.query().containsKey("resource"))
            && !request.query().containsKey("restype")
            && !request.query().containsKey("comp");
  }
}

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
            described("Filesystem_List", "filesystem/list"),
            lake("resource", "account"),
            filesystems::list)
        .on(
            "PUT",
            filesystem,
            described("Filesystem_Create", "filesystem/create"),
            onFilesystem,
            filesystems::create)
        .on(
            "HEAD",
            filesystem,
            described("Filesystem_GetProperties", "filesystem/get-properties"),
            onFilesystem,
            filesystems::properties)
        .on(
            "DELETE",
            filesystem,
            described("Filesystem_Delete", "filesystem/delete"),
            onFilesystem,
            filesystems::delete)
        .on("GET", filesystem, described("Path_List", "path/list"), onFilesystem, paths::list)
        .on(
            "PUT",
            path,
            described("Path_Create", "path/create"),
            lake("resource", "file"),
            files::createFile)
        .on(
            "PUT",
            path,
            described("Path_Create", "path/create"),
            lake("resource", "directory"),
            files::createDirectory)
        .on(
            "PUT",
            path,
            described("Path_Create", "path/create"),
            LakeRoutes::renames,
            files::rename)
        .on(
            "PATCH",
            path,
            described("Path_Update", "path/update"),
            lake("action", "append"),
            files::append)
        .on(
            "PATCH",
            path,
            described("Path_Update", "path/update"),
            lake("action", "flush"),
            files::flush)
        .on(
            "HEAD",
            path,
            described("Path_GetProperties", "path/get-properties"),
            lake("action", "getStatus"),
            paths::properties)
        .on(
            "HEAD",
            path,
            described("Path_GetProperties", "path/get-properties"),
            lake("action", ""),
            paths::properties)
        .on("GET", path, described("Path_Read", "path/read"), lake("action", ""), paths::read)
        .on(
            "DELETE",
            path,
            described("Path_Delete", "path/delete"),
            lake("action", ""),
            paths::delete);
  }

  private static Operation described(String id, String page) {
    return Reference.storageService(id, "datalakestoragegen2/" + page);
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

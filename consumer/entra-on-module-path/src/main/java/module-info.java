/** What does not work, and says so. */
module org.example.entra {
  requires io.github.dataconnect4j.azure;
  requires io.github.dataconnect4j.entra;
}

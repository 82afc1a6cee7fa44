package io.github.dataconnect4j.judges;

import org.junit.jupiter.api.Nested;

/**
 * What a storage endpoint does, as Microsoft's own client for Java meets it, topic by topic. A
 * subclass says which endpoint; the verdicts are the same for all, but for each {@link Difference}
 * that a judge names.
 */
abstract class StorageContract {

  abstract Judge judge();

  @Nested
  class Containers extends ContainersContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Writing extends WritingContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Reading extends ReadingContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Conditions extends ConditionsContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Blocks extends BlocksContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Listing extends ListingContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Authorization extends AuthorizationContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }

  @Nested
  class Versions extends VersionsContract {
    @Override
    Judge judge() {
      return StorageContract.this.judge();
    }
  }
}

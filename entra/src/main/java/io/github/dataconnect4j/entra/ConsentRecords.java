package io.github.dataconnect4j.entra;

import com.microsoft.graph.models.security.AuditData;
import com.microsoft.graph.models.security.AuditLogRecord;
import io.github.dataconnect4j.authorization.Authorization;
import io.github.dataconnect4j.authorization.Authorization.AuthorizedDataset;
import io.github.dataconnect4j.authorization.Authorization.Decision;
import io.github.dataconnect4j.dataset.Catalog;
import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.dataset.Scope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code MicrosoftGraphDataConnectConsent} records.
 *
 * <p>Microsoft's pages name the fields and leave open how some are written: {@code State}, {@code
 * DestinationSinks} and the lists within a text. So the reading is tolerant, in one direction: what
 * cannot be read is left out, and never taken for more than it says.
 */
final class ConsentRecords {

  private static final Logger LOG = LoggerFactory.getLogger(ConsentRecords.class);
  private static final Pattern ADDRESS = Pattern.compile("https://[^\\s,;\"'\\[\\]]+");

  private final Catalog catalog;

  ConsentRecords(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The decision that a record tells of; empty if the record lacks what every decision has. */
  Optional<Authorization> read(AuditLogRecord record) {
    AuditData data = record.getAuditData();
    return data == null || data.getAdditionalData() == null
        ? Optional.empty()
        : read(Untyped.members(data.getAdditionalData()));
  }

  Optional<Authorization> read(Map<String, @Nullable Object> fields) {
    Optional<String> applicationId = text(fields, "ApplicationId");
    Optional<URI> destination = text(fields, "DestinationSinks").flatMap(ConsentRecords::address);
    if (applicationId.isEmpty() || destination.isEmpty()) {
      LOG.warn(
          "consent record without application or destination left out fields={}", fields.keySet());
      return Optional.empty();
    }
    Decision decision = decision(text(fields, "State").orElse(""));
    return Optional.of(
        new Authorization(
            applicationId.get(),
            text(fields, "AppRegistrationTenantId").orElse(""),
            text(fields, "ApplicationVersion").orElse(""),
            decision,
            text(fields, "Approver"),
            time(fields, "ApprovalUpdatedDateInUTC"),
            decision == Decision.APPROVED
                ? time(fields, "ApprovalExpiryDateInUTC")
                : Optional.empty(),
            destination.get(),
            text(fields, "DestinationTenantId").orElse(""),
            datasets(fields.get("datasets"))));
  }

  private static Decision decision(String state) {
    return switch (state.toLowerCase(Locale.ROOT)) {
      case "approved" -> Decision.APPROVED;
      case "denied", "declined", "rejected", "revoked" -> Decision.DENIED;
      default -> Decision.PENDING;
    };
  }

  private List<AuthorizedDataset> datasets(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .filter(Map.class::isInstance)
        .flatMap(item -> dataset((Map<?, ?>) item).stream())
        .toList();
  }

  private Optional<AuthorizedDataset> dataset(Map<?, ?> fields) {
    String name = text(fields, "DatasetName").orElse("");
    Optional<Dataset<Row>> known = catalog.find(name);
    if (known.isEmpty()) {
      LOG.warn("approved dataset is not in the catalog dataset={}", name);
      return Optional.empty();
    }
    Set<String> columns = new LinkedHashSet<>();
    for (String column : list(fields, "DatasetColumns")) {
      if (known.get().hasColumn(column)) {
        columns.add(column);
      } else {
        LOG.warn("approved column is not in the catalog dataset={} column={}", name, column);
      }
    }
    Optional<Scope> scope = scope(name, fields);
    return columns.isEmpty()
        ? Optional.empty()
        : scope.map(whose -> new AuthorizedDataset(known.get().select(columns), whose));
  }

  /** Whose data; empty if that cannot be told, because to guess might allow too much. */
  private static Optional<Scope> scope(String dataset, Map<?, ?> fields) {
    String kind = text(fields, "Scope").orElse("");
    try {
      return switch (kind.toLowerCase(Locale.ROOT)) {
        case "all" -> Optional.of(Scope.everyone());
        case "list" ->
            Optional.of(new Scope.Groups(new LinkedHashSet<>(list(fields, "ScopeList"))));
        case "filteruri" -> text(fields, "ScopeFiltersUris").map(Scope::filter);
        default -> throw new IllegalArgumentException("Scope '" + kind + "' is not known.");
      };
    } catch (IllegalArgumentException e) {
      LOG.warn("approved scope cannot be read dataset={} reason={}", dataset, e.getMessage());
      return Optional.empty();
    }
  }

  /** A list, or a text with commas, perhaps in brackets. */
  private static List<String> list(Map<?, ?> fields, String name) {
    Object value = fields.get(name.toLowerCase(Locale.ROOT));
    if (value instanceof List<?> items) {
      return items.stream().filter(Objects::nonNull).map(Object::toString).toList();
    }
    String text = value == null ? "" : value.toString().replaceAll("[\\[\\]\"]", "");
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Optional<String> text(Map<?, ?> fields, String name) {
    Object value = fields.get(name.toLowerCase(Locale.ROOT));
    if (value instanceof List<?> list && list.size() == 1) {
      value = list.get(0);
    }
    return value == null
        ? Optional.empty()
        : Optional.of(value.toString()).filter(s -> !s.isBlank());
  }

  private static Optional<URI> address(String text) {
    Matcher found = ADDRESS.matcher(text);
    return found.find() ? Optional.of(URI.create(found.group())) : Optional.empty();
  }

  /** An instant; one without an offset is UTC, as the field's name says. */
  private static Optional<Instant> time(Map<?, ?> fields, String name) {
    return text(fields, name).flatMap(ConsentRecords::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
      } catch (DateTimeParseException unreadable) {
        LOG.warn("date of a consent record cannot be read");
        return Optional.empty();
      }
    }
  }
}

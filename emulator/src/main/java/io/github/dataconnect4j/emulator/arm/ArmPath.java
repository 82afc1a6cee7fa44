package io.github.dataconnect4j.emulator.arm;

import io.github.dataconnect4j.emulator.http.Request;
import java.util.List;
import java.util.Optional;

/** What any path of Azure Resource Manager tells: subscription, group, provider. */
record ArmPath(List<String> segments) {

  static final String RESOURCES = "Microsoft.Resources";
  static final String AUTHORIZATION = "Microsoft.Authorization";

  static ArmPath of(Request request) {
    return new ArmPath(request.segments());
  }

  Optional<String> subscription() {
    return is(0, "subscriptions") && segments.size() > 1
        ? Optional.of(segments.get(1))
        : Optional.empty();
  }

  /** The group that the path leads into; empty for the group itself. */
  Optional<String> insideGroup() {
    return isInGroup() && segments.size() > 4 ? Optional.of(segments.get(3)) : Optional.empty();
  }

  boolean isInGroup() {
    return is(2, "resourceGroups") && segments.size() > 3;
  }

  /** The provider in charge: the last one named, unless the path is about providers themselves. */
  String namespace() {
    for (int i = segments.size() - 3; i >= 0; i--) {
      if (is(i, "providers") && !isRegistration(i)) {
        return segments.get(i + 1);
      }
    }
    return RESOURCES;
  }

  private boolean isRegistration(int providers) {
    return segments.size() == providers + 3
        && (is(providers + 2, "register") || is(providers + 2, "unregister"));
  }

  String last() {
    return segments.get(segments.size() - 1);
  }

  String id() {
    return "/" + String.join("/", segments);
  }

  /** What a role of this kind would have to allow, such as {@code Microsoft.Storage/x/write}. */
  String action(String verb) {
    StringBuilder action = new StringBuilder(namespace());
    int start = segments.size();
    for (int i = segments.size() - 2; i >= 0; i--) {
      if (is(i, "providers")) {
        start = i + 2;
        break;
      }
    }
    if (start == segments.size()) {
      action.append(isInGroup() ? "/subscriptions/resourceGroups" : "/subscriptions");
    }
    for (int i = start; i < segments.size(); i += 2) {
      action.append('/').append(segments.get(i));
    }
    return action.append('/').append(verb).toString();
  }

  private boolean is(int index, String segment) {
    return index < segments.size() && segments.get(index).equalsIgnoreCase(segment);
  }
}

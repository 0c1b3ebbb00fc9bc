package io.patchbay.events;

import io.patchbay.model.InteractionEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which event of an interaction a published type is, read from the sealed families: {@code CallEvent.Held} is {@code cti.call.held.v1}. */
final class EventNames {
    private static final Map<String, Class<? extends InteractionEvent>> BY_TYPE = new HashMap<>();

    static {
        for (Class<?> family : InteractionEvent.class.getPermittedSubclasses()) {
            String word = word(family.getSimpleName().replaceFirst("Event$", ""));
            for (Class<?> event : family.getPermittedSubclasses()) {
                BY_TYPE.put("cti." + (word.equals("contact") ? "interaction" : word) + "." + word(event.getSimpleName()) + ".v1",
                        event.asSubclass(InteractionEvent.class));
            }
        }
    }

    private EventNames() { }

    /** Empty for a type of a later version, or of something else. */
    static Optional<Class<? extends InteractionEvent>> ofInteraction(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static String word(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

package io.patchbay.events;

import io.patchbay.model.InteractionEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The event class of a published type, read from the sealed families: {@code CallEvent.Held} is {@code cti.call.held.v1}, and {@code
 * CallEvent.CallHeld} would be, too.
 */
final class EventNames {
    /** Families with another name in their types. */
    private static final Map<String, String> WORDS = Map.of("Contact", "Interaction", "Party", "Call");
    private static final Map<String, Class<? extends InteractionEvent>> BY_TYPE = new HashMap<>();

    static {
        for (Class<?> family : InteractionEvent.class.getPermittedSubclasses()) {
            String name = family.getSimpleName().replaceFirst("Event$", "");
            String group = WORDS.getOrDefault(name, name);
            for (Class<?> event : family.getPermittedSubclasses()) {
                BY_TYPE.put("cti." + word(group) + "." + word(event.getSimpleName().replaceFirst("^" + group + "(?=.)", "")) + ".v1",
                        event.asSubclass(InteractionEvent.class));
            }
        }
    }

    private EventNames() { }

    /** Empty for a type of a later version or of another family. */
    static Optional<Class<? extends InteractionEvent>> ofInteraction(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static String word(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

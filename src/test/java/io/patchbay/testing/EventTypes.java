package io.patchbay.testing;

import io.patchbay.model.AgentEvent;
import io.patchbay.model.Event;
import io.patchbay.model.QueueEvent;
import io.patchbay.model.Subject;
import io.patchbay.model.TranscriptEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events that leave the gateway, read from the sealed families: all but those of pages of logs. */
public final class EventTypes {
    private static final Pattern PUBLISHED = Pattern.compile("cti\\.(.+)\\.v1");
    private static final Map<String, Class<? extends Event>> BY_NAME = read();

    private EventTypes() { }

    /** By the name in {@code cti.<name>.v1}, in the order of their declaration. */
    public static Map<String, Class<? extends Event>> byName() {
        return BY_NAME;
    }

    /** The event behind a published type such as {@code cti.call.held.v1}. */
    public static Class<? extends Event> of(String published) {
        Matcher form = PUBLISHED.matcher(published);
        Class<? extends Event> type = form.matches() ? BY_NAME.get(form.group(1)) : null;
        if (type == null) {
            throw new IllegalArgumentException("there is no event of type " + published);
        }
        return type;
    }

    /** What kind of subject has such events. */
    public static Subject.Kind kind(Class<? extends Event> type) {
        return AgentEvent.class.isAssignableFrom(type) ? Subject.Kind.AGENT
                : QueueEvent.class.isAssignableFrom(type) ? Subject.Kind.QUEUE : Subject.Kind.INTERACTION;
    }

    private static Map<String, Class<? extends Event>> read() {
        Samples samples = new Samples(0);
        Map<String, Class<? extends Event>> found = new LinkedHashMap<>();
        Arrays.stream(Event.class.getPermittedSubclasses()).filter(f -> f != TranscriptEvent.class)
                .flatMap(Samples::leaves).forEach(leaf -> {
            Class<? extends Event> type = leaf.asSubclass(Event.class);
            Class<?> other = found.put(samples.of(type).name(), type);
            if (other != null) {
                throw new IllegalStateException(other + " and " + type + " have the same published name");
            }
        });
        return Collections.unmodifiableMap(found);
    }
}

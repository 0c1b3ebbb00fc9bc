package io.patchbay.dialect.harmony;

import io.patchbay.model.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The sessions bound at this door, also those whose connection is lost, until they end or are bound elsewhere. Thread-safe. */
final class HarmonyBindings {
    private final Map<SessionId, HarmonyBinding> all = new ConcurrentHashMap<>();

    /** Who comes next to a session, and who was there before. */
    record Turn(Optional<HarmonyBinding> older, HarmonyBinding binding) { }

    /** Of clients that come at the same time each is the older one of the next. @param next makes it of the one before */
    synchronized Turn next(SessionId session, Function<Optional<HarmonyBinding>, HarmonyBinding> next) {
        Optional<HarmonyBinding> older = Optional.ofNullable(all.get(session));
        HarmonyBinding binding = next.apply(older);
        all.put(session, binding);
        return new Turn(older, binding);
    }

    void remove(HarmonyBinding binding) {
        all.remove(binding.session(), binding);
    }
}

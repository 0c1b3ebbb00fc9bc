package io.patchbay.dialect.harmony;

import io.patchbay.model.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions bound at this door, also those whose connection is lost, until they end or are bound elsewhere. Thread-safe. */
final class HarmonyBindings {
    private final Map<SessionId, HarmonyBinding> all = new ConcurrentHashMap<>();

    Optional<HarmonyBinding> of(SessionId session) {
        return Optional.ofNullable(all.get(session));
    }

    void put(HarmonyBinding binding) {
        all.put(binding.session(), binding);
    }

    void remove(HarmonyBinding binding) {
        all.remove(binding.session(), binding);
    }
}

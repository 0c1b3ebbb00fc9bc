package io.patchbay.golden;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of the dialect that transcripts may be ahead of, with the capabilities that are shown once it is there. */
enum Feature {
    MUTE("conversation.mute", "conversation.unmute"),
    DTMF("conversation.senddtmf"),
    RECORDING("interaction.recording.start", "interaction.recording.stop", "interaction.recording.pause", "interaction.recording.resume"),
    CONSULT("interaction.consult", "interaction.alternate"),
    TRANSFER("interaction.consulttransfer"),
    CONFERENCE("interaction.consultconference"),
    BLIND("conversation.blindtransfer", "conversation.blindconference"),
    LEG, ADDRESSBOOK, SCRIPTS, NEEDINFO, MEDIA, MONITOR;

    private final Set<String> capabilities;

    Feature(String... capabilities) {
        this.capabilities = Set.of(capabilities);
    }

    static Feature named(String name) {
        return Stream.of(values()).filter(feature -> feature.word().equals(name)).findFirst().orElseThrow(
            () -> new IllegalArgumentException("No feature is called " + name + "; there are " + EnumSet.allOf(Feature.class)));
    }

    /** Its name in {@code awaits:} and in {@code awaited.yaml}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> capabilities(Set<Feature> features) {
        return features.stream().flatMap(feature -> feature.capabilities.stream()).collect(Collectors.toUnmodifiableSet());
    }
}

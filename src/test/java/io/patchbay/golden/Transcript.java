package io.patchbay.golden;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One golden conversation.
 *
 * @param name  file path below the folder, without {@code .yaml}
 * @param cites rows of the references it is written from
 * @param story what it shows, one sentence
 * @param note  a decision taken where the references are silent or disagree; empty when none was needed
 * @param needs configuration it needs beyond the base; {@code fresh: true} asks for a gateway of its own
 * @param awaits what the gateway has to know before it can keep to it
 * @param notOver doors it cannot be played through, each with the reason
 * @param open  true when frames may still come after the last step, so that its end is not checked for silence
 * @param steps setup and steps, written out
 */
public record Transcript(String name, List<String> cites, String story, String note, Map<String, String> needs,
        Set<Feature> awaits, Map<GoldenDoor, String> notOver, boolean open, List<Step> steps) {

    public Transcript {
        if (cites.isEmpty() || story.isBlank()) {
            throw new IllegalArgumentException(name + ": a transcript needs cites: and story:");
        }
        cites = List.copyOf(cites);
        needs = Map.copyOf(needs);
        awaits = Set.copyOf(awaits);
        notOver = Map.copyOf(notOver);
        steps = List.copyOf(steps);
    }

    boolean isPlayableOver(GoldenDoor door) {
        return !notOver.containsKey(door);
    }

    /** True when connections end in it, an agent has several, or something is sent that is no request. */
    boolean isAboutConnections() {
        return steps.stream().anyMatch(step -> step instanceof Step.SendRaw || step instanceof Step.Closed || step instanceof Step.Leave
            || step instanceof Step.Send send && !Client.agent(send.client()).equals(send.client()));
    }

    /** False while something it awaits is not there. */
    boolean isPlayable(Set<Feature> awaited) {
        return awaits.stream().noneMatch(awaited::contains);
    }
}

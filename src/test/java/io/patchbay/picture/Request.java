package io.patchbay.picture;

import io.patchbay.picture.PictureObject.Kind;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A request that a desktop could show a button for. @param capability what has to be enabled on the target for it */
record Request(String capability, String target, String data) {
    /** What desktops have buttons for, and how often one is pressed while it can be. */
    private static final Map<Kind, Map<String, Integer>> BUTTONS = Map.of(
            Kind.SESSION, Map.of(), Kind.CHANNELGROUP, Map.of(),
            Kind.CHANNEL, Map.of("channel.activate", 20, "channel.deactivate", 1, "channel.ready", 12, "channel.notready", 1,
                    "channel.dial", 2),
            Kind.INTERACTION, Map.ofEntries(Map.entry("interaction.accept", 8), Map.entry("interaction.reject", 2),
                    Map.entry("interaction.setinteractiondata", 2), Map.entry("interaction.setdisposition", 2),
                    Map.entry("interaction.complete", 8), Map.entry("interaction.consult", 14), Map.entry("interaction.alternate", 5),
                    Map.entry("interaction.consulttransfer", 16), Map.entry("interaction.consultconference", 8),
                    Map.entry("interaction.recording.start", 2), Map.entry("interaction.recording.stop", 1),
                    Map.entry("interaction.recording.pause", 1), Map.entry("interaction.recording.resume", 2)),
            Kind.CONVERSATION, Map.of("conversation.answer", 20, "conversation.release", 1, "conversation.hold", 2,
                    "conversation.retrieve", 5, "conversation.mute", 2, "conversation.unmute", 3, "conversation.senddtmf", 1,
                    "conversation.blindtransfer", 4, "conversation.blindconference", 5));

    static Set<String> of(Kind kind) {
        return BUTTONS.get(kind).keySet();
    }

    static int weight(Kind kind, String capability) {
        return BUTTONS.get(kind).getOrDefault(capability, 0);
    }

    static Request of(String capability, String target, Random random) {
        String data = switch (capability) {
            case "channel.notready" -> "{\"reasoncode\":\"" + (random.nextBoolean() ? "1" : "acw") + "\"}";
            case "channel.dial" -> "{\"destination\":\"" + Numbers.any(random)
                    + "\",\"extensions\":{\"inContact.outboundskill\":\"7001\"}}";
            case "interaction.consult", "conversation.blindtransfer", "conversation.blindconference" ->
                    "{\"destination\":\"" + Numbers.any(random) + "\"}";
            case "interaction.setinteractiondata" -> "{\"key\":\"k" + random.nextInt(3) + "\",\"value\":\"" + random.nextInt(100) + "\"}";
            case "interaction.setdisposition" -> "{\"disposition\":\"sale\"}";
            case "conversation.senddtmf" -> "{\"digits\":\"12#\"}";
            default -> "{}";
        };
        return new Request(capability, target, data);
    }

    String command() {
        return capability.replaceFirst("\\.", ".request.");
    }

    /** What it is about decides, not only the state of the call: such a request may be refused although its button is enabled. */
    boolean dependsOnDestination() {
        return data.contains("destination");
    }

    @Override
    public String toString() {
        return command() + " " + data + " of " + target;
    }
}

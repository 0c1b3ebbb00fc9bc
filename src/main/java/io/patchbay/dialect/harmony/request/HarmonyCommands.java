package io.patchbay.dialect.harmony.request;

import static io.patchbay.dialect.harmony.request.HarmonyTarget.Level.CHANNEL;
import static io.patchbay.dialect.harmony.request.HarmonyTarget.Level.CONVERSATION;
import static io.patchbay.dialect.harmony.request.HarmonyTarget.Level.GROUP;
import static io.patchbay.dialect.harmony.request.HarmonyTarget.Level.INTERACTION;
import static io.patchbay.dialect.harmony.request.HarmonyTarget.Level.SESSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.request.HarmonyTarget.Level;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.model.Body;
import io.patchbay.model.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The table of requests (harmony.md 2): one line each. A request is known by its documented name, by that name without
 * {@code .request} (harmony.md 0.3), and by the slips BINDINGS names.
 */
public final class HarmonyCommands {

    /** The handler of a request: the session of the connection, the door, or a cell. */
    public enum Kind { PREPARE, BIND, START, ADDRESS_BOOK, ADDRESS_BOOK_STOP, SCRIPTS, CELL }

    /**
     * @param decoder makes the canonical command of an order, or declines
     * @param success the reply once it is accepted
     */
    public record Known(String name, Kind kind, Level level, Function<TargetedRequest, Body> decoder,
                        BiFunction<HarmonyReplies, HarmonyRequest, ObjectNode> success) {

        /** Changes nothing in a cell. A repeat is answered anew. */
        public boolean isQuestion() {
            return kind == Kind.ADDRESS_BOOK || kind == Kind.ADDRESS_BOOK_STOP || kind == Kind.SCRIPTS;
        }
    }

    private static final Map<String, Known> BY_NAME = new HashMap<>();

    static {
        known("prepareSession", Kind.PREPARE, SESSION, HarmonyCommands::none);
        known("bindSession", Kind.BIND, SESSION, HarmonyCommands::none);
        known("session.start", Kind.START, SESSION, HarmonyCommands::none, HarmonyReplies::done);
        known("session.request.logout", Kind.CELL, SESSION, SessionRequests::logout, HarmonyReplies::done);

        known("session.request.addchannel", SESSION, SessionRequests::addChannel);
        known("session.request.removechannel", SESSION, SessionRequests::removeChannel);
        known("session.request.addchannelgroup", SESSION, SessionRequests::addChannelGroup);
        known("session.request.removechannelgroup", SESSION, SessionRequests::removeChannelGroup);
        known("session.request.incontact.agentleg.connect", SESSION, SessionRequests::connectLeg);
        known("session.request.incontact.agentleg.disconnect", SESSION, SessionRequests::disconnectLeg);
        known("session.request.incontact.addressbook", Kind.ADDRESS_BOOK, SESSION, HarmonyCommands::none);
        known("session.request.incontact.addressbook.start", Kind.ADDRESS_BOOK, SESSION, HarmonyCommands::none);
        known("session.request.incontact.addressbook.stop", Kind.ADDRESS_BOOK_STOP, SESSION, HarmonyCommands::none);

        known("channelgroup.request.activateall", GROUP, ChannelRequests::activateAll);
        known("channelgroup.request.deactivateall", GROUP, ChannelRequests::deactivateAll);

        known("channel.request.activate", CHANNEL, ChannelRequests::activate);
        known("channel.request.deactivate", CHANNEL, ChannelRequests::deactivate);
        known("channel.request.ready", CHANNEL, ChannelRequests::ready);
        known("channel.request.notready", CHANNEL, ChannelRequests::notReady);
        known("channel.request.dial", CHANNEL, DialRequest::dial);
        known("channel.request.incontact.getscripts", Kind.SCRIPTS, CHANNEL, HarmonyCommands::none);

        known("interaction.request.accept", INTERACTION, InteractionRequests::accept);
        known("interaction.request.reject", INTERACTION, InteractionRequests::reject);
        known("interaction.request.setinteractiondata", INTERACTION, InteractionRequests::setData);
        known("interaction.request.setdisposition", INTERACTION, InteractionRequests::setDisposition);
        known("interaction.request.complete", INTERACTION, InteractionRequests::complete);
        known("interaction.request.consult", INTERACTION, telephony(VoiceRequests::consult));
        known("interaction.request.alternate", INTERACTION, telephony(VoiceRequests::alternate));
        known("interaction.request.consulttransfer", INTERACTION, telephony(VoiceRequests::consultTransfer));
        known("interaction.request.consultconference", INTERACTION, telephony(VoiceRequests::consultConference));
        known("interaction.request.recording.start", INTERACTION, telephony(VoiceRequests::startRecording));
        known("interaction.request.recording.stop", INTERACTION, telephony(VoiceRequests::stopRecording));
        known("interaction.request.recording.pause", INTERACTION, telephony(VoiceRequests::pauseRecording));
        known("interaction.request.recording.resume", INTERACTION, telephony(VoiceRequests::resumeRecording));
        known("interaction.request.incontact.signal", Kind.CELL, INTERACTION, ScriptRequests::signal, HarmonyReplies::withoutData);

        known("conversation.request.answer", CONVERSATION, InteractionRequests::answer);
        known("conversation.request.release", CONVERSATION, InteractionRequests::release);
        known("conversation.request.hold", CONVERSATION, InteractionRequests::hold);
        known("conversation.request.retrieve", CONVERSATION, InteractionRequests::retrieve);
        known("conversation.request.mute", CONVERSATION, VoiceRequests::mute);
        known("conversation.request.unmute", CONVERSATION, VoiceRequests::unmute);
        known("conversation.request.senddtmf", CONVERSATION, VoiceRequests::sendDtmf);
        known("conversation.request.blindtransfer", CONVERSATION, VoiceRequests::blindTransfer);
        known("conversation.request.blindconference", CONVERSATION, VoiceRequests::blindConference);
        also("conversation.retrieverequest.senddtmf", "conversation.request.senddtmf");
        also("conversation.request.retrievesenddtmf", "conversation.request.senddtmf");
    }

    private HarmonyCommands() { }

    public static Optional<Known> find(String command) {
        return Optional.ofNullable(BY_NAME.get(command));
    }

    /** " (did you mean x?)", or nothing if no documented name is near. */
    public static String suggestion(String command) {
        return Suggestion.text(command, BY_NAME.values().stream().map(Known::name).distinct().sorted().toList());
    }

    private static void known(String name, Level level, Function<TargetedRequest, Body> decoder) {
        known(name, Kind.CELL, level, decoder);
    }

    /** The documents give it to telephony only: no state of another contact makes it possible. */
    private static Function<TargetedRequest, Body> telephony(Function<TargetedRequest, Body> decoder) {
        return order -> {
            if (!order.isOfCall()) {
                throw RequestRefused.with(HarmonyCode.UNSUPPORTED,
                        "This command is for telephone calls. The interaction is not a telephone call.");
            }
            return decoder.apply(order);
        };
    }

    private static void known(String name, Kind kind, Level level, Function<TargetedRequest, Body> decoder) {
        known(name, kind, level, decoder, HarmonyReplies::success);
    }

    private static void known(String name, Kind kind, Level level, Function<TargetedRequest, Body> decoder,
            BiFunction<HarmonyReplies, HarmonyRequest, ObjectNode> success) {
        Known known = new Known(name, kind, level, decoder, success);
        BY_NAME.put(name, known);
        BY_NAME.put(name.replace(".request.", "."), known);
    }

    private static void also(String slip, String name) {
        BY_NAME.put(slip, BY_NAME.get(name));
    }

    /** For what comes to no command of a cell. */
    private static Body none(TargetedRequest order) {
        throw new IllegalStateException("not a request to a cell");
    }
}

package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand.ConsultInContact;
import io.patchbay.model.MessagingCommand.InviteToContact;
import io.patchbay.model.MessagingCommand.SendMessage;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.SessionRequested;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Scenario;
import java.util.Map;
import java.util.Optional;

/** The stories of contacts that are no calls, beside {@link Cast}. The first command of a story begins the contact. */
final class ChatCast {

    static final ChannelId ANAS_CHATS = new ChannelId("chat-ana");
    static final ChannelId BENS_CHATS = new ChannelId("chat-ben");
    static final PartyId PAT = Ids.party(Scenario.id(1), "customer");
    /** What stands for it in the queue, and once it has been taken and comes back. */
    static final PartyId PLACE = place(1);
    static final PartyId NEXT_PLACE = Ids.beside(PLACE, "again");

    private ChatCast() { }

    /** What stands in a queue for what was put there. @param command the number of who did it in its story */
    static PartyId place(int command) {
        return Ids.party(Scenario.id(command), "queue");
    }

    static SessionRequested chat(Destination to) {
        return new SessionRequested(Medium.CHAT, "Pat", Optional.empty(), to, Optional.empty(), Map.of("tier", "gold"), Cast.TERMS);
    }

    static SessionRequested message(Medium medium, Destination to, String text) {
        return new SessionRequested(medium, "+15551234", Optional.of(Cast.MOBILE), to, Optional.of(text), Map.of(), Cast.TERMS);
    }

    /** From the queue, where it waits since it came. */
    static Alert offer(AgentId agent) {
        return offer(agent, PLACE);
    }

    static Alert offer(AgentId agent, PartyId place) {
        return new Alert(agent, channel(agent), new Address("*"), Optional.of(new QueuePlace(Cast.SALES, place)));
    }

    /** For an agent that was asked itself. */
    static Alert asked(AgentId agent) {
        return new Alert(agent, channel(agent), new Address("*"), Optional.empty());
    }

    static ChannelId channel(AgentId agent) {
        return new ChannelId("chat-" + agent);
    }

    /** As which the agent takes part that a queue found. @param command the number of the alert in its story */
    static PartyId found(int command) {
        return Ids.party(Scenario.id(command), "offered");
    }

    /** As which the agent takes part that was asked itself. @param command the number of the asking in its story */
    static PartyId called(int command) {
        return Ids.party(Scenario.id(command), "called");
    }

    static SendMessage says(AgentId agent, Visibility visibility) {
        return new SendMessage(agent, LogEntry.Kind.TEXT, "Hello", visibility);
    }

    static Scenario<Interaction, InteractionCommand, InteractionEvent> waitingChat() {
        return Cast.story().givenDone(chat(Cast.TO_SALES));
    }

    static Scenario<Interaction, InteractionCommand, InteractionEvent> offeredChat() {
        return waitingChat().givenDone(offer(Cast.ANA));
    }

    /** Ana serves Pat. The next command is the fourth. */
    static Scenario<Interaction, InteractionCommand, InteractionEvent> servedChat() {
        return offeredChat().givenDone(new Accept(Cast.ANA));
    }

    /** Ana serves Pat and consults Ben, whom Pat does not see. The next command is the seventh. */
    static Scenario<Interaction, InteractionCommand, InteractionEvent> consultingChat() {
        return servedChat().givenDone(new ConsultInContact(Cast.ANA, Cast.TO_BEN), asked(Cast.BEN), new Accept(Cast.BEN));
    }

    /** Ana and Ben serve Pat. The next command is the seventh. */
    static Scenario<Interaction, InteractionCommand, InteractionEvent> conferringChat() {
        return servedChat().givenDone(new InviteToContact(Cast.ANA, Cast.TO_BEN), asked(Cast.BEN), new Accept(Cast.BEN));
    }
}

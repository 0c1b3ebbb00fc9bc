package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.CallId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Medium;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.Originate;
import io.patchbay.model.PartyId;
import io.patchbay.model.PlatformCommand.ContactArrived;
import io.patchbay.model.PlatformCommand.FarEndActs;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Subject;
import io.patchbay.model.VoiceCommand.Answer;
import io.patchbay.rules.Scenario;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who plays in the stories of interactions, and the commands they begin with. The first command of a story makes the call. */
final class Cast {

    static final AgentId ANA = new AgentId("ana");
    static final AgentId BEN = new AgentId("ben");
    static final AgentId CARO = new AgentId("caro");
    static final ChannelId ANAS = new ChannelId("voice-ana");
    static final ChannelId BENS = new ChannelId("voice-ben");
    static final Address X5001 = new Address("5001");
    static final Address X5002 = new Address("5002");
    static final Address MOBILE = new Address("+15551234");
    static final Address SALES_NUMBER = new Address("8000");
    static final QueueName SALES = new QueueName("sales");
    static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(5));
    static final InteractionId SELF = new InteractionId("0123456789ABCDEF");

    static final CallId CALL = Ids.call(Scenario.id(1));
    static final PartyId CALLER = Ids.party(Scenario.id(1), "caller");
    static final PartyId CALLED = Ids.party(Scenario.id(1), "called");
    static final Destination TO_SALES = new Destination.ToQueue(SALES, SALES_NUMBER, true);
    static final Destination TO_ANA = new Destination.Extension(ANA, X5001);
    static final Destination TO_BEN = new Destination.Extension(BEN, X5002);

    static final Destination TO_CARO = new Destination.Extension(CARO, new Address("5003"));
    static final Destination TO_SOMEBODY_ELSE = new Destination.Extension(new AgentId("eve"), new Address("5069"));

    private Cast() { }

    static Scenario<Interaction, InteractionCommand, InteractionEvent> story() {
        return Scenario.of(new InteractionRules(), Subject.of(SELF));
    }

    static ContactArrived customerCalls(Destination to) {
        return new ContactArrived(Medium.VOICE, MOBILE, to, Map.of("segment", "gold"), TERMS);
    }

    static Originate anaDials(Destination to) {
        return new Originate(ANA, ANAS, X5001, to, TERMS, Map.of());
    }

    static Destination outside(FarEnd.Kind kind) {
        return new Destination.Outside(MOBILE, new FarEnd(kind, Duration.ofMillis(200)));
    }

    static Alert offer(AgentId agent, ChannelId channel, Address extension) {
        return new Alert(agent, channel, extension, Optional.of(new QueuePlace(SALES, CALLED)));
    }

    static Alert ring(AgentId agent, ChannelId channel, Address extension) {
        return new Alert(agent, channel, extension, Optional.empty());
    }

    static FarEndActs mobile(FarEndActs.Action action) {
        return new FarEndActs(CALL, MOBILE, action);
    }

    /** The leg that an offer from the queue makes. @param command the number of the alert in its story */
    static PartyId offered(int command) {
        return Ids.party(Scenario.id(command), "offered");
    }

    static Scenario<Interaction, InteractionCommand, InteractionEvent> queuedCall() {
        return story().givenDone(customerCalls(TO_SALES));
    }

    /** Ana's phone rings with a customer of the queue. */
    static Scenario<Interaction, InteractionCommand, InteractionEvent> offeredCall() {
        return story().givenDone(customerCalls(TO_SALES), offer(ANA, ANAS, X5001));
    }

    static Scenario<Interaction, InteractionCommand, InteractionEvent> answeredCall() {
        return story().givenDone(customerCalls(TO_SALES), offer(ANA, ANAS, X5001), new Answer(ANA, CALL));
    }

    /** Ana has dialled Ben, whose phone rings. */
    static Scenario<Interaction, InteractionCommand, InteractionEvent> ringingColleague() {
        return story().givenDone(anaDials(TO_BEN), ring(BEN, BENS, X5002));
    }
}

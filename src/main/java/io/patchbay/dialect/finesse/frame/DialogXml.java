package io.patchbay.dialect.finesse.frame;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.dialog.Dialog;
import io.patchbay.dialog.Dialog.Media;
import io.patchbay.dialog.Dialog.Party;
import io.patchbay.dialog.DialogState;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.Directory;
import java.util.ArrayList;
import java.util.List;

/** The object of a dialog. */
record DialogXml(Directory directory) {

    /** @param name of its root, which is not always in the same case */
    Element of(String name, Dialog dialog) {
        Media media = dialog.media();
        List<Element> all = new ArrayList<>(List.of(Element.of("associatedDialogUri", ""), Element.of("id", dialog.id().value())));
        dialog.secondary().ifPresent(second -> all.add(Element.of("secondaryId", second.value())));
        all.addAll(List.of(Element.of("mediaType", "Voice"), Element.of("fromAddress", media.from().value()),
                Element.of("toAddress", media.to().value()),
                Element.of("state", DialogState.ofDialog(dialog.parties().stream().map(Party::state).toList()).name()),
                Element.of("uri", Resource.dialog(dialog.id())), properties(dialog),
                Element.of("participants", dialog.parties().stream().map(DialogXml::participant).toList())));
        return Element.of(name, all);
    }

    private Element properties(Dialog dialog) {
        Media media = dialog.media();
        return Element.of("mediaProperties", Element.of("dialedNumber", media.to().value()), Element.of("callType", dialog.type().name()),
                Element.of("DNIS", media.to().value()), Element.of("queueNumber", media.queueNumber()),
                Element.of("queueName", media.queueName()), Element.of("wrapUpReason", label(media.wrapUpReason())),
                Element.of("callvariables", media.data().entrySet().stream().map(variable -> Element.of("CallVariable",
                        Element.of("name", variable.getKey()), Element.of("value", variable.getValue()))).toList()));
    }

    /** Clients set and read a reason as people read it. */
    private String label(String reason) {
        return directory.codes().disposition(reason).map(CodeEntry::label).orElse(reason);
    }

    private static Element participant(Party party) {
        List<Element> all = new ArrayList<>(List.of(
                Element.of("actions", party.actions().stream().map(action -> Element.of("action", action.name())).toList()),
                Element.of("mediaAddress", party.address().value()),
                Element.of("mediaAddressType", party.agent() ? "AGENT_DEVICE" : ""), Element.of("state", party.state().name())));
        if (!party.cause().isEmpty()) {
            all.add(Element.of("stateCause", party.cause()));
        }
        all.add(Element.of("startTime", XmlText.time(party.startedAt())));
        all.add(Element.of("stateChangeTime", XmlText.time(party.since())));
        return Element.of("Participant", all);
    }
}

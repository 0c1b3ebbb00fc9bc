package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.dialect.genesys.words.ReplyForm;

/** An operation that is refused before a command is made of it. The message is one English sentence for the client. */
public final class OperationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final GenesysStatus status;
    private final ReplyForm form;

    public OperationRefused(GenesysStatus status, String message) {
        this(status, message, ReplyForm.STATUS_CODE);
    }

    private OperationRefused(GenesysStatus status, String message, ReplyForm form) {
        super(message, null, false, false);
        this.status = status;
        this.form = form;
    }

    OperationRefused in(ReplyForm other) {
        return new OperationRefused(status, getMessage(), other);
    }

    public GenesysReply reply() {
        return GenesysReply.refused(status, getMessage()).in(form);
    }

    public GenesysStatus status() {
        return status;
    }
}

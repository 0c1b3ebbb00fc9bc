package io.patchbay.model;

/** Who sees it: everybody in a contact, or its agents only and never the customer. */
public enum Visibility { ALL, AGENTS }

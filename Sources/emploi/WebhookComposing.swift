public import Background
public import Site

extension WebhookComposer: WebhookComposing {}

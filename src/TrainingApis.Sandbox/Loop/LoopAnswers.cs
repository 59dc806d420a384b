namespace TrainingApis.Sandbox.Loop;

/// <summary>Puts what the service says into one of the forms that it is documented in.</summary>
internal sealed class LoopAnswers
{
    private readonly LoopShapes _shapes;

    public LoopAnswers(LoopShapes shapes) => _shapes = shapes;

    public static SandboxAnswer Message(int status, string text) => SandboxAnswer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("message"u8, text);
        json.WriteEndObject();
    });

    public SandboxAnswer Of(LoopOutcome outcome) => Write(outcome, outcome.IsRefusal ? _shapes.StatusOf(outcome) : 200);

    /// <summary>Refuses a request that is not as documented; its own text is all that the form can vary by.</summary>
    public SandboxAnswer Of((int Status, string Text) fault) => Write(LoopOutcome.Refused(fault.Text, fault.Text), fault.Status);

    private SandboxAnswer Write(LoopOutcome outcome, int status)
    {
        // Sentences of success on offers are documented with one apostrophe, the others were seen with both.
        var seenWithBoth = outcome.Reply is LoopReply.Refusal or LoopReply.AlreadyAssigned;
        var text = seenWithBoth ? _shapes.WithApostrophe(outcome.Text, outcome.Item) : outcome.Text;
        return _shapes.Of(outcome.Reply, outcome.Item) switch
        {
            LoopShape.JsonText => SandboxAnswer.Json(status, json => json.WriteStringValue(text)),
            LoopShape.PlainText => new SandboxAnswer(status, _shapes.TypeOfPlainText(outcome.Item), SandboxBody.FromText(text)),
            LoopShape.Nothing => SandboxAnswer.Empty(status),
            LoopShape.Contact => Entities(outcome, withUser: false),
            LoopShape.ContactAndUser => Entities(outcome, withUser: true),
            _ => Message(status, text),
        };
    }

    private static SandboxAnswer Entities(LoopOutcome outcome, bool withUser) => SandboxAnswer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("interloc"u8);
        outcome.Contact!.Write(json);
        if (withUser)
        {
            json.WritePropertyName("user"u8);
            outcome.User!.Write(json);
        }

        json.WriteEndObject();
    });
}

namespace TrainingApis.Sandbox.Loop;

/// <summary>What the service says to a request: done, or not done.</summary>
internal sealed class LoopOutcome
{
    private LoopOutcome(LoopReply reply, string item, string text, int? status)
    {
        (Reply, Item, Text, Status) = (reply, item, text, status);
    }

    public LoopReply Reply { get; }

    public bool IsRefusal => Reply == LoopReply.Refusal;

    /// <summary>The file or contact by which forms vary.</summary>
    public string Item { get; }

    public string Text { get; }

    /// <summary>The status of a refusal; null where any was seen.</summary>
    public int? Status { get; }

    /// <summary>The contact after the change; null where there is none.</summary>
    public LoopEntity? Contact { get; private set; }

    /// <summary>The contact's client user after the change.</summary>
    public LoopEntity? User { get; private set; }

    public static LoopOutcome Done(LoopReply reply, string item, string text) => new(reply, item, text, null);

    public static LoopOutcome Done(LoopReply reply, LoopContact contact, string text) => new(reply, contact.Email, text, null)
    {
        Contact = new LoopEntity("interlocuteur", contact.ObjectId, contact.RevisionId),
        User = new LoopEntity("utilisateurClient", contact.UserId, contact.UserRevisionId),
    };

    public static LoopOutcome Refused(string item, string text, int? status = null) => new(LoopReply.Refusal, item, text, status);
}

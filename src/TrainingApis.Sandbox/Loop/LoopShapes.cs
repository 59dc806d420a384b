using System.Collections.Concurrent;
using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Loop;

/// <summary>
/// Which of the documented forms an answer takes. The documents leave many open or contradict themselves, so the form varies by
/// file or contact, always the same for one, until a test chooses.
/// </summary>
internal sealed class LoopShapes
{
    private static readonly int[] Statuses = { 200, 400, 409, 500 };

    private static readonly IReadOnlyDictionary<LoopReply, LoopShape[]> Documented = new Dictionary<LoopReply, LoopShape[]>
    {
        [LoopReply.Refusal] = new[] { LoopShape.Message, LoopShape.JsonText, LoopShape.PlainText },
        [LoopReply.AddOffer] = new[] { LoopShape.Message },
        [LoopReply.AddCollaborativeOffer] = new[] { LoopShape.Message, LoopShape.JsonText, LoopShape.ContactAndUser, LoopShape.Nothing },
        [LoopReply.RemoveOffer] = new[] { LoopShape.Message },
        [LoopReply.ProvisionCompany] = new[] { LoopShape.Message, LoopShape.JsonText, LoopShape.PlainText, LoopShape.Nothing },
        [LoopReply.AddClient] = new[] { LoopShape.Contact, LoopShape.ContactAndUser },
        [LoopReply.UpdateClient] = new[] { LoopShape.Contact, LoopShape.ContactAndUser, LoopShape.JsonText, LoopShape.PlainText },
        [LoopReply.AlreadyAssigned] = new[] { LoopShape.JsonText, LoopShape.PlainText, LoopShape.Message },
        [LoopReply.RemoveApplication] = new[] { LoopShape.ContactAndUser },
    };

    private readonly ConcurrentDictionary<LoopReply, LoopShape> _chosen = new();
    private readonly int _seed;

    public LoopShapes(int seed) => _seed = seed;

    public int? RefusalStatus { get; set; }

    public LoopApostrophe Apostrophe { get; set; }

    public LoopShape Of(LoopReply reply, string item) => _chosen.TryGetValue(reply, out var chosen) ? chosen : Vary(item, reply.ToString()).Pick(Documented[reply]);

    /// <summary>The status of a refusal that has none of its own in the documents.</summary>
    public int StatusOf(LoopOutcome refusal) => RefusalStatus ?? refusal.Status ?? Vary(refusal.Item, "status").Pick(Statuses);

    /// <summary>A bare sentence was seen as JSON by its header, which it is not; servers of this kind also call it what it is.</summary>
    public string TypeOfPlainText(string item) => Vary(item, "type").OneIn(2) ? "application/json" : "text/plain; charset=utf-8";

    public string WithApostrophe(string text, string item) =>
        Apostrophe == LoopApostrophe.Typographic || (Apostrophe == LoopApostrophe.Varied && Vary(item, "apostrophe").OneIn(2)) ? text.Replace('\'', '’') : text;

    public void Set(LoopReply reply, LoopShape? shape)
    {
        var hasContact = Documented[reply].Contains(LoopShape.ContactAndUser);
        if ((!hasContact && shape is (LoopShape.Contact or LoopShape.ContactAndUser)) || (reply == LoopReply.Refusal && shape == LoopShape.Nothing))
            throw new ArgumentException($"{reply} cannot be answered as {shape}.", nameof(shape));
        if (shape == null)
            _chosen.TryRemove(reply, out _);
        else
            _chosen[reply] = shape.Value;
    }

    public void Reset()
    {
        _chosen.Clear();
        (RefusalStatus, Apostrophe) = (null, LoopApostrophe.Varied);
    }

    private Dice Vary(string item, string salt) => new(_seed, (long)Dice.Hash(item.ToLowerInvariant()), "loop " + salt);
}

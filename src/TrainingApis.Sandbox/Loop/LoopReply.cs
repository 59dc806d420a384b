namespace TrainingApis.Sandbox.Loop;

/// <summary>The answers of Loop whose form a test can choose.</summary>
public enum LoopReply
{
    /// <summary>Any refusal by the service itself (the gateway's have one form only).</summary>
    Refusal,

    /// <summary>Success of <c>addOffer</c>.</summary>
    AddOffer,

    /// <summary>Success of <c>addCollaborativeOffer</c>.</summary>
    AddCollaborativeOffer,

    /// <summary>Success of <c>removeOffer</c>.</summary>
    RemoveOffer,

    /// <summary>Success of <c>provisionCompany</c>.</summary>
    ProvisionCompany,

    /// <summary>Success of <c>addClient</c>.</summary>
    AddClient,

    /// <summary>Success of <c>updateClient</c> that assigned an offer or changed fields only.</summary>
    UpdateClient,

    /// <summary>Success of a change that found its offer assigned already.</summary>
    AlreadyAssigned,

    /// <summary>Success of <c>removeApplication</c>.</summary>
    RemoveApplication,
}

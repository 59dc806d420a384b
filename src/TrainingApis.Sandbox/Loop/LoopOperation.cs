namespace TrainingApis.Sandbox.Loop;

/// <summary>What can be asked of the service, by the vendor's names.</summary>
internal enum LoopOperation
{
    LoopHub,
    AddOffer,
    AddCollaborativeOffer,
    RemoveOffer,
    ProvisionCompany,
    AddClient,
    UpdateClient,
    RemoveApplication,
}

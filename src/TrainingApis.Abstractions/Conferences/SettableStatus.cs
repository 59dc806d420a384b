namespace TrainingApis.Conferences;

/// <summary>The statuses that a registration can be given, as the vendor writes them. Cancelling is a call of its own.</summary>
internal static class SettableStatus
{
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: another one.</exception>
    public static string ToWire(RegistrationStatus status) => status switch
    {
        RegistrationStatus.Accepted => "accepted",
        RegistrationStatus.WaitingList => "waitingList",
        RegistrationStatus.Cancelled =>
            throw Invalid("A registration cannot be set to Cancelled; use Remove-ConferenceRegistration. Nothing was sent."),
        _ => throw Invalid("A registration can be set to Accepted or WaitingList only. Nothing was sent."),
    };

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message) { Api = ApiService.Conference };
}

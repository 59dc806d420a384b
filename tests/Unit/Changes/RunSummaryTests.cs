using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests the texts of a run: its summary, the description of a change, the warning and the error of a paused run.</summary>
public sealed class RunSummaryTests
{
    private const string Resume = " To send the rest, run the same command again with -Journal 'run.jsonl'";
    private const string Correct =
        " To send the rest, correct the rows with errors if necessary, and run the command again with -Journal 'run.jsonl'";

    [Theory]
    [InlineData(3, 2, 0, 0, 0, true, "")]
    [InlineData(0, 0, 0, 0, 0, true, "")]
    [InlineData(3, 0, 1, 0, 0, true, Correct + ".")]
    [InlineData(3, 0, 0, 0, 4, true, Correct + ".")]
    [InlineData(3, 0, 0, 0, 4, false, Resume + ".")]
    [InlineData(3, 0, 0, 0, 0, false, Resume + ".")]
    [InlineData(0, 0, 0, 1, 0, true, Resume + "; add -RetryInDoubt once the changes in doubt are checked.")]
    public void The_summary_contains_the_counts_and_how_to_send_the_remaining_rows(
        int succeeded, int fromJournal, int rejected, int inDoubt, int notSent, bool isComplete, string rest) =>
        Assert.Equal(
            $"New-CegosLead: {succeeded} succeeded, {fromJournal} from journal, {rejected} rejected, {inDoubt} in doubt, "
                + $"{notSent} not sent." + rest,
            new RunSummary(succeeded, fromJournal, rejected, inDoubt, notSent).ToText("New-CegosLead", "run.jsonl", isComplete));

    [Fact]
    public void Quotes_the_path_of_the_journal_for_PowerShell() =>
        Assert.EndsWith(
            "with -Journal 'c:/Anne''s runs/1.jsonl'.",
            new RunSummary(0, 0, 1, 0, 0).ToText("x", "c:/Anne's runs/1.jsonl", isComplete: true));

    [Fact]
    public void Describes_a_change_by_its_ids()
    {
        var lead = new Change<Thing>([new(CegosOperations.CreateLead, new NewLead { Email = "jane@example.com" })], []);
        Assert.Equal("Create lead j…@example.com", lead.Description);
        var move = new Change<Thing>(
            [
                new(ResamaniaOperations.MigrateContact, new ContactMigration { SourceContactId = "1", TargetContactId = "2" }),
                new(ResamaniaOperations.UpdateSale, new SaleUpdate { SaleId = "9" }),
            ],
            []);
        Assert.Equal("Move contact 1 into contact 2, then refresh the contact of sale 9", move.Description);
        Assert.Same(ResamaniaOperations.MigrateContact, move.Operation);
    }

    [Fact]
    public void The_error_of_a_change_in_doubt_contains_what_to_check_and_what_to_do()
    {
        var error = new Change<Thing>([new(CegosOperations.CancelRegistration,
            new RegistrationCancellation { RegistrationNumber = "INS-1" })], [])
            .CreateInDoubtError();
        Assert.Equal((ApiErrorKind.InDoubt, ApiService.Cegos, "CancelRegistration"), (error.Kind, error.Api, error.Operation));
        Assert.Equal("Cancel registration INS-1: an earlier run sent this and its outcome is unknown. Check it in Cegos, then run again "
            + "with -RetryInDoubt to send it again.", error.Message);
    }

    [Fact]
    public void The_warning_and_the_error_of_a_paused_run_name_the_vendor()
    {
        var probe = new VendorProbe(new FakeApi(_ => Task.CompletedTask));
        Assert.Equal("The outcomes of 5 changes in a row are unknown. No further row is sent until Loop responds; trying for up to 5 "
            + "minutes.",
            probe.CreateWarning(5));
        var error = probe.CreateError(5);
        Assert.Equal((ApiErrorKind.VendorUnavailable, ApiService.Loop), (error.Kind, error.Api));
        Assert.Equal("Loop left 5 changes in a row in doubt and did not recover within 5 minutes. The remaining rows were not sent.",
            error.Message);
    }

    [Fact]
    public async Task A_probe_that_succeeds_or_is_rejected_counts_as_a_response()
    {
        Assert.True(await ProbeAsync(_ => Task.CompletedTask));
        foreach (var kind in Enum.GetValues<ApiErrorKind>())
        {
            var isSilent = kind is ApiErrorKind.Unreachable or ApiErrorKind.Timeout or ApiErrorKind.UnexpectedResponse
                or ApiErrorKind.RateLimited;
            Assert.Equal(!isSilent, await ProbeAsync(_ => Task.FromException(new ApiException(kind, "x"))));
        }

        Assert.False(await ProbeAsync(_ => Task.FromException(new OperationCanceledException())));
    }

    [Fact]
    public async Task Cancels_a_probe_when_the_run_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var probing = new VendorProbe(new FakeApi(cancellation => Task.Delay(Timeout.Infinite, cancellation))).SendAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
    }

    private static Task<bool> ProbeAsync(Func<CancellationToken, Task> ping) => new VendorProbe(new FakeApi(ping)).SendAsync(default);

    private sealed class FakeApi(Func<CancellationToken, Task> ping) : IApi
    {
        public ApiService Service => ApiService.Loop;

        public string Name => "Loop";

        public Uri BaseUri => new("https://api.example.com/");

        public string Account => "key";

        public string Authentication => "key";

        public string Identity => "https://api.example.com/ key";

        public DateTimeOffset? TokenExpires => null;

        public bool IsOpen => true;

        public Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default) => ping(cancellationToken);

        public Task<RawResponse> SendAsync(RawRequest request, IApiObserver? observer = null,
            CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}

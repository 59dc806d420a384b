using TrainingApis.Cmdlets.Changes;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Represents the base class of queue tests, which control the response to each request.</summary>
public abstract class QueueTest : IDisposable
{
    private protected static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private protected CancellationTokenSource Stop { get; } = new();

    private protected CircuitBreaker Breaker { get; } = new(3, new VirtualTime());

    private protected List<PendingRequest> Requests { get; } = [];

    public void Dispose()
    {
        Stop.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static async Task<List<(string? Id, object? Target, int? Row)>> TakeAllAsync(ChangeQueue<Thing> queue)
    {
        var taken = new List<(string?, object?, int?)>();
        do
        {
            while (queue.TryTake(out var outcome, out var target, out var row))
            {
                taken.Add((outcome.Result?.Id, target, row));
            }
        }
        while (await queue.WaitForNextAsync(Long));

        return taken;
    }

    private protected ChangeQueue<Thing> Queue(int throttleLimit) => new(throttleLimit, Breaker, Stop.Token);

    private protected Task<bool> StartAsync(ChangeQueue<Thing> queue, Func<Thing, CancellationToken, Task<Thing>>? completion = null)
    {
        var request = new PendingRequest($"{Requests.Count}");
        var run = new ChangeRun<Thing>(FakeStep.ChangeOf(request.Step) with { Completion = completion }, EarlierRun.Id, null);
        var starting = queue.TryStartAsync(run, $"row {Requests.Count}", Requests.Count);
        if (!starting.IsCompletedSuccessfully || starting.Result)
        {
            Requests.Add(request);
        }

        return starting;
    }
}

/// <summary>Represents a request whose response is set by the test.</summary>
internal sealed class PendingRequest
{
    private readonly string _id;
    private readonly TaskCompletionSource<Thing> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingRequest(string id)
    {
        _id = id;
        Step = new FakeStep("create", SendAsync);
    }

    public bool WasAborted { get; private set; }

    public FakeStep Step { get; }

    public void Succeed() => _response.SetResult(Thing.Sent(_id));

    public void Fail(ApiErrorKind kind) => _response.SetException(new ApiException(kind, "No."));

    public void WaitUntilSent() => Assert.True(SpinWait.SpinUntil(() => !Step.Calls.IsEmpty, TimeSpan.FromMinutes(1)));

    private async Task<Thing> SendAsync(CancellationToken cancellation)
    {
        try
        {
            return await _response.Task.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            WasAborted = true;
            throw new ApiException(ApiErrorKind.InDoubt, "Cancelled.");
        }
    }
}

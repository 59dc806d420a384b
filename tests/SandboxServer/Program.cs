using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TrainingApis.SandboxServer;
using TrainingApis.SandboxServer.Control;

var options = ServerOptions.Parse(args);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
builder.WebHost.UseKestrelHttpsConfiguration();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    // Tests send bodies of any size, at any rate.
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = null;
    kestrel.Limits.MinRequestBodyDataRate = null;
    kestrel.Limits.MinResponseDataRate = null;
    kestrel.Limits.MaxRequestLineSize = 128 * 1024;
    kestrel.Limits.MaxRequestBufferSize = null;
    kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
    kestrel.Listen(IPAddress.Loopback, options.Port);
    foreach (var certificate in options.Https ? SelfSignedCertificate.CreateAll() : [])
    {
        kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate));
    }
});

await using var app = builder.Build();
var sandbox = new SandboxEndpoint(options.Sandbox);
var control = new ControlEndpoint(sandbox);
app.Run(context => context.Request.Path.StartsWithSegments("/_control", out var rest)
    ? control.HandleAsync(context, rest.Value!)
    : sandbox.HandleAsync(context));
await app.StartAsync();
foreach (var address in app.Urls)
{
    Console.WriteLine($"listening {address}/");
}

if (options.UntilStdinCloses)
{
    ParentWatcher.StopWhenInputCloses(app.Lifetime);
}

if (options.Parent is { } parent)
{
    ParentWatcher.StopWhenProcessEnds(app.Lifetime, parent);
}

await app.WaitForShutdownAsync();

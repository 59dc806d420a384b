
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox;

/// <summary>Runs a vendor that is not on the engine yet.</summary>
internal sealed class LegacyVendor(string prefix, ISandboxVendor vendor) : IVendor
{
    public string Prefix => prefix;

    public Response Handle(Request request)
    {
        var query = string.Join("&", request.Query.Pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var whole = new SandboxRequest(request.Method, $"{prefix}/{request.Path}", query, request.Headers, request.Body);
        foreach (var api in vendor.Apis)
        {
            if (whole.Under(api.Prefix) is { } inner)
            {
                var answer = api.Handle(inner);
                var response = new Response(answer.Status, answer.ContentType, ResponseBody.FromBytes(answer.Body.ToArray()));
                answer.Headers.ToList().ForEach(header => response.With(header.Key, header.Value));
                return response;
            }
        }

        return Response.Empty(404);
    }

    public void Reset() => vendor.Reset();

}

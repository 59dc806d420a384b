using TrainingApis.Loop;

namespace TrainingApis.Clients.Loop;

/// <summary>The vendor's words, lower case only.</summary>
internal static class LoopOfferNames
{
    public static string Of(Offer offer) => offer switch
    {
        Offer.Start => "start",
        Offer.CoProduction => "co-production",
        Offer.Consultation => "consultation",
        _ => throw new ApiException(ApiErrorKind.InvalidArgument, "There is no such offer."),
    };

    public static string? Of(Offer? offer) => offer is { } given ? Of(given) : null;
}

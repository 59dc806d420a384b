namespace TrainingApis.Sandbox.Resamania;

/// <summary>The brands: a chain, and a club on its own.</summary>
internal sealed class ResamaniaBrands
{
    private readonly int _seed;

    public ResamaniaBrands(int seed)
    {
        _seed = seed;
        Reset();
    }

    public IReadOnlyList<ResamaniaBrand> All { get; private set; } = Array.Empty<ResamaniaBrand>();

    public ResamaniaBrand? Find(string token) => All.FirstOrDefault(brand => brand.Token == token);

    public void Reset() => All = new[] { ResamaniaSeed.MakeChain(ResamaniaAccess.ClientToken, _seed), ResamaniaSeed.MakeSingleClub(ResamaniaAccess.SingleClubToken, _seed) };
}

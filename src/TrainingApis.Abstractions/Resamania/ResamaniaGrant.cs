namespace TrainingApis.Resamania;

/// <summary>As whom a connection acts.</summary>
public enum ResamaniaGrant
{
    /// <summary>An application; club and node travel as headers (<c>client_credentials</c>).</summary>
    ClientCredentials,

    /// <summary>One club, which goes into the token call; no headers (<c>http://clubclientcredentials</c>).</summary>
    Club,
}

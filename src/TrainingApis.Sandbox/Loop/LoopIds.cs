using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Ids that are the same each time.</summary>
internal static class LoopIds
{
    public static Guid Make(long about, string salt)
    {
        var dice = new Dice(0, about, salt);
        return Make(ref dice);
    }

    public static Guid Make(ref Dice dice)
    {
        var bytes = new byte[16];
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = (byte)dice.Next(256);
        return new Guid(bytes);
    }
}

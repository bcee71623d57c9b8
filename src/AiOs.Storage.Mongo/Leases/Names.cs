namespace AiOs.Storage.Mongo.Leases;

/// <summary>Names of leases and cursors.</summary>
internal static class Names
{
    private const int Longest = 200;

    public static void Check(string name, string parameter)
    {
        if (name is not { Length: > 0 and <= Longest } || !name.All(letter => letter is >= ' ' and <= '~'))
        {
            throw new ArgumentException("A name is 1 to 200 printable ASCII characters.", parameter);
        }
    }
}

using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Kills;

/// <summary>One mail that somebody hands over until it is acknowledged, as channels do.</summary>
public sealed class Delivery
{
    private Delivery(string mark, string mail)
    {
        Mark = mark;
        Mail = mail;
    }

    public string Mark { get; }

    public string Mail { get; }

    /// <summary>Whether it comes as a file in the drop folder, which then is its own redelivery.</summary>
    public bool Dropped { get; init; }

    public bool Acknowledged { get; set; }

    public static Delivery Small()
    {
        var mark = Mails.Mark();
        return new Delivery(mark, Mails.Unpriced(mark));
    }

    public static Delivery InFolder()
    {
        var mark = Mails.Mark();
        return new Delivery(mark, Mails.Unpriced(mark)) { Dropped = true };
    }

    /// <summary>With a file, so that blobs are on the way too.</summary>
    public static Delivery Large(Random random)
    {
        var mark = Mails.Mark();
        var file = new byte[40_000];
        random.NextBytes(file);
        return new Delivery(mark, Mails.WithFile(mark, "plan.pdf", file).Replace("Could you send us a quote for a new website?", "When could you start with a new website?", StringComparison.Ordinal));
    }
}

using System.Globalization;
using System.Text;

namespace AiOs.Benchmarks.Load;

/// <summary>
/// Makes raw forwarded inquiries of about 1.5 KB: each with its own Message-ID, sender and wording, the same ones for the same seed.
/// Distinct numbers give distinct mails, so that none is taken for a repeat.
/// </summary>
internal sealed class MailForge(int seed)
{
    private const string Hex = "0123456789abcdef";

    private static readonly string[] Names =
        ["Hanna Lindqvist", "Marco Bianchi", "Aoife Kelly", "Jonas Weber", "Priya Raman", "Elena Petrova", "Tomas Novak", "Grace Okafor", "Luca Moreau", "Sofia Almeida", "Karl Jensen", "Mia Tanaka"];

    private static readonly string[] Companies =
        ["Studio Kleivorm", "Harbour Bakery", "Northlight Dental", "Weber Woodworks", "Blue Kite Sailing", "Petrova Music School", "Novak Cycles", "Okafor Interiors", "Moreau Wines", "Almeida Garden Design", "Jensen Climbing Hall", "Tanaka Tea House"];

    private static readonly string[] Towns = ["Utrecht", "Bologna", "Galway", "Hamburg", "Bristol", "Tallinn", "Brno", "Leeds", "Lyon", "Porto", "Aarhus", "Basel"];

    private static readonly string[] Subjects =
        ["Website and booking page for {0}", "New website for {0}", "Looking for somebody to build a site for {0}", "Redesign of our shop site at {0}", "Question about a new website for {0}", "Would you build a booking site for {0}?"];

    private static readonly string[] Openings =
    [
        "a friend showed us the site you built for her shop, and we would love to work with you.",
        "we found your portfolio while looking for somebody to build our new website.",
        "you were recommended to us by a neighbour who is very happy with the site you made.",
        "I came across your work last week and would like to know whether you take on new clients.",
    ];

    private static readonly string[] Needs =
    [
        "We run a small business in {0} and need a new website with a page where people can book a course: about {1} pages, in two languages.",
        "Our old site in {0} is ten years of patchwork. We are looking for a new one with about {1} pages, a small shop and a newsletter sign-up.",
        "We are {1} people in {0} and would like a website on which customers can see what is free and reserve it themselves.",
        "We open a second place in {0} in spring and want a site with about {1} pages that shows both, with photographs and opening hours.",
    ];

    private static readonly string[] Details =
    [
        "We have photographs by a good photographer, a logo, and texts that somebody should read over once more.",
        "Most of our visitors come by phone, so it should load quickly and be easy to read on a small screen.",
        "It should be possible for us to change texts and opening hours ourselves without asking anybody.",
        "Our customers are between nine and ninety years old, so large letters and few steps matter more to us than effects.",
        "Hosting is not decided yet; we would gladly follow your advice there, as long as it stays in Europe.",
        "We would keep the domain that we have, and the mail addresses that hang on it must go on working.",
        "Two of us would be your contacts, and we answer within a day as a rule, at weekends too.",
        "An example of what we like is plain, warm and a little old-fashioned; what we do not like are pages that move.",
    ];

    /// <summary>The mail of a number.</summary>
    public byte[] Make(int number)
    {
        var dice = new Random(unchecked((seed * 1_000_003) + number));
        string Pick(string[] from) => from[dice.Next(from.Length)];
        var name = Pick(Names);
        var company = Pick(Companies);
        var subject = string.Format(CultureInfo.InvariantCulture, Pick(Subjects), company);
        var address = string.Create(CultureInfo.InvariantCulture, $"{name.ToLowerInvariant().Replace(' ', '.')}.{number}@example.com");
        var budget = (dice.Next(20, 120) * 100).ToString("N0", CultureInfo.InvariantCulture);
        var details = string.Join(' ', Details.OrderBy(_ => dice.Next()).Take(5));
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            From: You <you@example.com>
            To: AiOs <desk@example.com>
            Subject: Fwd: {subject}
            Date: Mon, 02 Nov 2026 09:{dice.Next(60):00}:{dice.Next(60):00} +0000
            Message-ID: <{Token(dice, 24)}.{number}.{seed}@mail.example.com>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            ---------- Forwarded message ---------
            From: {name} <{address}>
            Date: Mon, Nov 2, 2026 at {dice.Next(6, 9)}:{dice.Next(60):00} AM
            Subject: {subject}
            To: You <you@example.com>

            Hello,

            {Wrap(Pick(Openings))}

            {Wrap(string.Format(CultureInfo.InvariantCulture, Pick(Needs), Pick(Towns), dice.Next(4, 19)))}
            {Wrap(details)}

            Could you tell us when you would be able to start?
            Our budget is around {budget} EUR.

            Kind regards,
            {name}
            {company}
            """);
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n");
    }

    private static string Token(Random dice, int length) => string.Create(length, dice, static (span, random) =>
    {
        foreach (ref var letter in span)
        {
            letter = Hex[random.Next(Hex.Length)];
        }
    });

    private static string Wrap(string text)
    {
        var wrapped = new StringBuilder(text.Length + 16);
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + word.Length > 70)
            {
                wrapped.Append('\n');
                column = 0;
            }
            else if (column > 0)
            {
                wrapped.Append(' ');
                column++;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}

using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Tests.Email.Authentication;

public sealed class SenderProofTests
{
    private const string Hop = "Received: from mail.acme.example (mail.acme.example [192.0.2.1]) by mx.studio.example (Postfix) with ESMTPS id 1; Tue, 3 Mar 2026 09:00:00 +0100\n";
    private const string ForeignHop = "Received: from mx.studio.example by relay.evil.example with ESMTP id 2; Tue, 3 Mar 2026 09:00:01 +0100\n";
    private const string Pass = "Authentication-Results: mx.studio.example; dmarc=pass header.from=acme.example\n";
    private const string Fail = "Authentication-Results: mx.studio.example; dmarc=fail (p=REJECT) header.from=acme.example\n";

    public static TheoryData<string, string, SenderProof> Headers => new()
    {
        { "good", Pass, SenderProof.Proved },
        { "good above our hop", Pass + Hop, SenderProof.Proved },
        { "good below our hop", Hop + Pass, SenderProof.Proved },
        { "good below an inner hop", "Received: from mx.studio.example by store.internal with LMTP id 3; Tue, 3 Mar 2026 09:00:00 +0100\n" + Hop + Pass, SenderProof.Proved },
        { "good below a hop beside", "Received: from mx.studio.example by imap.studio.example with LMTP id 3; Tue, 3 Mar 2026 09:00:00 +0100\n" + Pass, SenderProof.Proved },
        { "good below a hop named by number", "Received: by 2002:a05:7300:1::1 with SMTP id 4; Tue, 3 Mar 2026 09:00:00 +0100\n" + Pass, SenderProof.Proved },
        { "none", Hop, SenderProof.Unchecked },
        { "another server's", "Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example\n", SenderProof.Unchecked },
        { "another server's above ours that fails", "Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example\n" + Fail, SenderProof.Failed },
        { "a name that only begins like ours", "Authentication-Results: mx.studio.example.evil.example; dmarc=pass\n", SenderProof.Unchecked },
        { "a name that ends like ours", "Authentication-Results: evil-mx.studio.example; dmarc=pass\n", SenderProof.Unchecked },
        { "no name at all", "Authentication-Results: spf=pass smtp.mailfrom=acme.example; dkim=pass header.d=acme.example; dmarc=pass action=none header.from=acme.example\n", SenderProof.Unchecked },
        { "forged with our name below ours", Fail + Pass, SenderProof.Failed },
        { "forged with our name below ours, which says little", "Authentication-Results: mx.studio.example; spf=pass smtp.mailfrom=acme.example\n" + Pass, SenderProof.Unproved },
        { "forged with our name below our hop and ours", Hop + Fail + Hop + Pass, SenderProof.Failed },
        { "below a foreign hop", ForeignHop + Pass, SenderProof.Unchecked },
        { "below a hop that hides in a comment", "Received: from x (by mx.studio.example) by relay.evil.example; Tue, 3 Mar 2026 09:00:01 +0100\n" + Pass, SenderProof.Unchecked },
        { "below a hop that names nobody", "Received: from mx.studio.example; Tue, 3 Mar 2026 09:00:01 +0100\n" + Pass, SenderProof.Unchecked },
        { "below the sender's own signature", "DKIM-Signature: v=1; a=rsa-sha256; d=acme.example; s=k; h=from; bh=x; b=y\n" + Pass, SenderProof.Unchecked },
        { "one that cannot be read above", "Authentication-Results: mx.studio.example; ==;;=\n" + Pass, SenderProof.Unchecked },
        { "comments, folded, other case", "AUTHENTICATION-RESULTS: (a (nested) word) MX.Studio.Example (it is us) 1;\n\tDMARC=Pass (policy=none)\n\theader.from=ACME.example\n", SenderProof.Proved },
        { "dmarc of another domain", "Authentication-Results: mx.studio.example; dmarc=pass header.from=evil.example\n", SenderProof.Unproved },
        { "dmarc without a domain", "Authentication-Results: mx.studio.example; dmarc=pass\n", SenderProof.Proved },
        { "dmarc none", "Authentication-Results: mx.studio.example; dmarc=none header.from=acme.example\n", SenderProof.Unproved },
        { "dmarc could not be looked up", "Authentication-Results: mx.studio.example; dmarc=temperror header.from=acme.example\n", SenderProof.Unproved },
        { "nothing was checked", "Authentication-Results: mx.studio.example; none\n", SenderProof.Unproved },
        { "spf alone", "Authentication-Results: mx.studio.example; spf=pass smtp.mailfrom=acme.example\n", SenderProof.Unproved },
        { "dkim of the same domain", "Authentication-Results: mx.studio.example; dkim=pass header.d=acme.example header.s=k; spf=fail smtp.mailfrom=evil.example\n", SenderProof.Proved },
        { "dkim that names who", "Authentication-Results: mx.studio.example; dkim=pass header.i=@acme.example\n", SenderProof.Proved },
        { "dkim of another domain", "Authentication-Results: mx.studio.example; dkim=pass header.d=evil.example\n", SenderProof.Unproved },
        { "dkim of a domain below", "Authentication-Results: mx.studio.example; dkim=pass header.d=evil.acme.example\n", SenderProof.Unproved },
        { "dkim of what all names end in", "Authentication-Results: mx.studio.example; dkim=pass header.d=example\n", SenderProof.Unproved },
        { "dkim of a name that ends alike", "Authentication-Results: mx.studio.example; dkim=pass header.d=me.example\n", SenderProof.Unproved },
        { "dkim that failed", "Authentication-Results: mx.studio.example; dkim=fail header.d=acme.example\n", SenderProof.Unproved },
        { "two signatures, one of them good", "Authentication-Results: mx.studio.example; dkim=pass header.d=sender.example; dkim=pass header.d=acme.example\n", SenderProof.Proved },
        { "dmarc fails beside a good signature", "Authentication-Results: mx.studio.example; dkim=pass header.d=acme.example; dmarc=fail header.from=acme.example\n", SenderProof.Failed },
        { "pass in a comment only", "Authentication-Results: mx.studio.example; dmarc=none (dmarc=pass header.from=acme.example)\n", SenderProof.Unproved },
        { "a sealed chain", "ARC-Authentication-Results: i=1; mx.studio.example; dmarc=pass header.from=acme.example\n", SenderProof.Unchecked },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void Read_Results_ProveWhatTheyProve(string name, string headers, SenderProof proof)
    {
        var mail = Read(headers + Mail("Ann <ann@acme.example>"));
        Assert.True(proof == mail.Proof, $"{name}: {mail.Proof}");
        Assert.Equal("mx.studio.example", mail.ProofBy);
        Assert.Equal(proof is SenderProof.Failed, mail.Warnings.Any(warning => warning.Contains("dmarc=fail", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_SignatureOfTheDomainAbove_Proves() =>
        Assert.Equal(SenderProof.Proved, Read("Authentication-Results: mx.studio.example; dkim=pass header.d=acme.example\n" + Mail("ann@mail.acme.example")).Proof);

    [Fact]
    public void Read_ResultsBelowWhatTheSenderWrote_AreTheSenders()
    {
        var mail = Mail("ann@acme.example").Replace("To: olga", Pass + "To: olga", StringComparison.Ordinal);
        Assert.Equal(SenderProof.Unchecked, Read(mail).Proof);
        Assert.Equal(SenderProof.Proved, Read(Pass + mail).Proof);
    }

    [Theory]
    [InlineData("Ann <ann@acme.example>, Bob <bob@acme.example>")]
    [InlineData("nobody")]
    [InlineData("ann@acme.example\nFrom: bob@evil.example")]
    public void Read_NoOneSender_IsNeverProved(string from) => Assert.Equal(SenderProof.Unproved, Read(Pass + Mail(from)).Proof);

    [Fact]
    public void Read_NobodyIsBelieved_SaysNothing()
    {
        var mail = Assert.IsType<MailReading.Readable>(new MailReader().Read(Mails.Bytes(Pass + Mail("ann@acme.example")), TestContext.Current.CancellationToken)).Content;
        Assert.Null(mail.Proof);
        Assert.Null(mail.ProofBy);
        Assert.Empty(mail.Warnings);
    }

    [Fact]
    public void Read_Forward_ProvesWhoForwarded()
    {
        var body = "---------- Forwarded message ---------\nFrom: Mira Lund <mira@fair.example>\nDate: Mon, Mar 2, 2026 at 8:00 AM\nSubject: Brochure\nTo: Ann <ann@acme.example>\n\nWe need a brochure.\n";
        var mail = Read(Pass + Mail("Ann <ann@acme.example>", "Fwd: Brochure", body));
        Assert.Equal((ContentOrigin.InlineForward, "mira@fair.example", "ann@acme.example"), (mail.Origin, mail.Sender?.Address, mail.Forwarder?.Address));
        Assert.Equal(SenderProof.Proved, mail.Proof);
    }

    [Fact]
    public void Read_AttachedMailWithResults_ProvesNothingByThem()
    {
        var inner = Pass + Mail("ann@acme.example");
        var mail = Content(Mails.Multipart("mixed", "Content-Type: text/plain\n\nLook.", $"Content-Type: message/rfc822\n\n{inner}"));
        Assert.Equal(ContentOrigin.AttachedForward, mail.Origin);
        Assert.Equal(SenderProof.Unchecked, mail.Proof);
    }

    [Fact]
    public void ReadPasted_ResultsOnTop_ProveNothing()
    {
        var pasted = new MailReader(MailBounds.Default, Trust()).ReadPasted(Pass + Mail("ann@acme.example"));
        Assert.Equal(ContentOrigin.DirectMail, pasted.Origin);
        Assert.Null(pasted.Proof);
    }

    [Theory]
    [InlineData("ann@acme.example", "acme.example")]
    [InlineData("Acme.EXAMPLE.", "acme.example")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("", null)]
    public void Plain_Names_AreComparedAlike(string name, string? plain) => Assert.Equal(plain, DomainNames.OfAddress(name) ?? DomainNames.Plain(name));

    private static MailTrust Trust() => new() { AuthservId = "mx.studio.example", OwnAddresses = ["olga@studio.example"] };

    private static string Mail(string from, string subject = "Offer", string body = "Please approve.\n") =>
        $"From: {from}\nTo: olga@studio.example\nSubject: {subject}\nDate: Tue, 03 Mar 2026 09:00:00 +0100\nMessage-ID: <1@acme.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}";

    private static MessageContent Read(string mail) => Content(Mails.Bytes(mail));

    private static MessageContent Content(byte[] mail) =>
        Assert.IsType<MailReading.Readable>(new MailReader(MailBounds.Default, Trust()).Read(mail, TestContext.Current.CancellationToken)).Content;
}

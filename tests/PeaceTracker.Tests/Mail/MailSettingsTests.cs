using Microsoft.Extensions.Configuration;
using PeaceTracker.Services.Mail;

namespace PeaceTracker.Tests.Mail;

public class MailSettingsTests
{
    [Fact]
    public void FaultOf_NothingSet_IsNoneAndThereIsNoMail()
    {
        Assert.Null(MailSettings.FaultOf(Configuration()));
        Assert.False(MailSettings.Of(Configuration()).IsSet);
    }

    [Theory]
    [InlineData("From", "nobody@", "mail can’t be sent from")]
    [InlineData("Port", "0", "from 1 to 65535")]
    [InlineData("Port", "smtp", "from 1 to 65535")]
    [InlineData("Security", "Perhaps", "StartTls, Tls, None")]
    public void FaultOf_AWrongValue_SaysWhatIsRight(string name, string value, string words) => Assert.Contains(
        words, MailSettings.FaultOf(Configuration(("Mail:" + name, value), ("Mail:Host", "mail.example.org"))), StringComparison.Ordinal);

    [Fact]
    public void FaultOf_WithoutThePublicAddress_AsksForIt() => Assert.Contains(
        "PeaceTracker:PublicAddress",
        MailSettings.FaultOf(Configuration(("Mail:Host", "mail.example.org"), ("PublicAddress", ""))), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null, 587, MailSecurity.StartTls)]
    [InlineData("tls", null, 465, MailSecurity.Tls)]
    [InlineData("None", "25", 25, MailSecurity.None)]
    public void Of_WhatIsSet_HasUsualPorts(string? security, string? port, int expected, MailSecurity line)
    {
        var settings = MailSettings.Of(Configuration(("Mail:Host", "mail.example.org"), ("Mail:Security", security), ("Mail:Port", port)));

        Assert.Equal((expected, line, "https://board.example.org"), (settings.Port, settings.Security, settings.Site));
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["PeaceTracker:PublicAddress"] = "https://board.example.org/", ["PeaceTracker:Mail:From"] = "board@example.org",
        };
        foreach (var (name, value) in settings)
        {
            all["PeaceTracker:" + name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}

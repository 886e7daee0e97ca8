using System.Net;
using Microsoft.Extensions.Configuration;
using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Tests.Webhooks;

/// <summary>What may be called: by its address as it was typed, and by what its name leads to.</summary>
public class WebhookSettingsTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::8.8.8.8")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:a00:1::")]
    public void MayCall_NotOfThePublicInternet_OnlyWhereTheSettingAllows(string address)
    {
        Assert.False(new WebhookSettings(false).MayCall(IPAddress.Parse(address)));
        Assert.True(new WebhookSettings(true).MayCall(IPAddress.Parse(address)));
    }

    // The neighbours of what is not called: each just outside its network.
    [Theory]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2a00:1450::1")]
    public void MayCall_OfThePublicInternet_Always(string address) => Assert.True(new WebhookSettings(false).MayCall(IPAddress.Parse(address)));

    [Theory]
    [InlineData("", WebhookRefusal.NoAddress)]
    [InlineData("host.example.org", WebhookRefusal.NoAddress)]
    [InlineData("ftp://host.example.org", WebhookRefusal.NoAddress)]
    [InlineData("file:///etc/passwd", WebhookRefusal.NoAddress)]
    [InlineData("https://", WebhookRefusal.NoAddress)]
    [InlineData("https://user:word@host.example.org/", WebhookRefusal.NoAddress)]
    [InlineData("https://host.example.org/#part", WebhookRefusal.NoAddress)]
    [InlineData("https://host.example.org/a b", WebhookRefusal.NoAddress)]
    [InlineData("https://host.example.org/a\r\nX-More: 1", WebhookRefusal.NoAddress)]
    [InlineData("http://host.example.org/", WebhookRefusal.NotEncrypted)]
    [InlineData("https://127.0.0.1/", WebhookRefusal.NotAllowed)]
    [InlineData("https://2130706433/", WebhookRefusal.NotAllowed)]
    [InlineData("https://0x7f.1/", WebhookRefusal.NotAllowed)]
    [InlineData("https://0177.0.0.1/", WebhookRefusal.NotAllowed)]
    [InlineData("https://0x7f000001/", WebhookRefusal.NotAllowed)]
    [InlineData("https://10.1/", WebhookRefusal.NotAllowed)]
    [InlineData("https://127.0.0.1./", WebhookRefusal.NotAllowed)]
    [InlineData("https://１２７.０.０.１/", WebhookRefusal.NotAllowed)] // full-width digits
    [InlineData("https://127。0。0。1/", WebhookRefusal.NotAllowed)] // ideographic full stops
    [InlineData("https://①⑥⑨.254.169.254/", WebhookRefusal.NotAllowed)] // circled digits
    [InlineData("https://０x7f.1/", WebhookRefusal.NotAllowed)]
    [InlineData("https://[::1]/", WebhookRefusal.NotAllowed)]
    [InlineData("https://[::ffff:7f00:1]/", WebhookRefusal.NotAllowed)]
    [InlineData("https://[::ffff:127.0.0.1]/", WebhookRefusal.NotAllowed)]
    [InlineData("https://169.254.169.254/latest/meta-data", WebhookRefusal.NotAllowed)]
    public void Read_WhatMayNotBeCalled_SaysWhy(string typed, WebhookRefusal refusal) =>
        Assert.Equal((null, refusal), new WebhookSettings(false).Read(typed));

    [Fact]
    public void Read_LongerThanIsKept_IsNoAddress() =>
        Assert.Equal(WebhookRefusal.NoAddress, new WebhookSettings(false).Read("https://host.example.org/" + new string('x', 500)).Refusal);

    [Theory]
    [InlineData(" https://host.example.org/path?key=1 ", "https://host.example.org/path?key=1")]
    [InlineData("https://HOST.example.org:8443", "https://host.example.org:8443/")]
    [InlineData("https://8.8.8.8/", "https://8.8.8.8/")]
    [InlineData("https://８.8.8.8/a", "https://8.8.8.8/a")]
    [InlineData("https://bücher.example.org:8443/?q=ü", "https://xn--bcher-kva.example.org:8443/?q=%C3%BC")]
    public void Read_WhatMayBeCalled_IsTheAddress(string typed, string kept) =>
        Assert.Equal((kept, null), (new WebhookSettings(false).Read(typed).Address!.AbsoluteUri, new WebhookSettings(false).Read(typed).Refusal));

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Of_TheSetting_AllowsByTrueAlone(string? value, bool allows)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(WebhookSettings.AllowSetting, value)]).Build();

        Assert.Equal(allows, WebhookSettings.Of(configuration).AllowPrivateNetworks);
    }
}

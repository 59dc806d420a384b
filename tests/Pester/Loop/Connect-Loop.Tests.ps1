# Connect-Loop over real HTTP: the check of the keys, the requests, and no secret in any output.
BeforeDiscovery { Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force }

BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
}
AfterAll { Stop-SandboxServer $server }

Describe 'Connect-Loop' {
    BeforeEach {
        $null = Invoke-Control $server 'reset' -Method Post
        Disconnect-TrainingApi
        Clear-RequestLog $server
    }

    It 'lists the files of the domain once, with both keys in plain text and only the public half in the body' {
        Connect-TestLoop $server | Should -BeNullOrEmpty
        $sent = @(Get-RequestLog $server)
        $sent.Count | Should -Be 1
        $sent.method, $sent.target, $sent.body | Should -BeExactly 'GET', '/loop/LOOPHUB', '{"apiKey":"sandbox-key","domain":"TESTRDDCABINET"}'
        $sent.headers.'x-apikey' | Should -BeExactly 'sandbox-key:sandbox+secret/loop=='
        $sent.headers.'Ocp-Apim-Subscription-Key' | Should -BeExactly 'sandbox-subscription'
        $sent.headers.'Content-Type' | Should -BeExactly 'application/json'
    }

    It 'sends nothing without a domain, and reports that a command requires one' {
        Connect-TestLoop $server @{ Domain = $null }
        $test = Test-TrainingApiConnection
        $test.Reachable, $test.Authenticated, $test.ErrorId | Should -Be $false, $false, 'PreconditionFailed'
        Get-LoopFolder -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'InvalidArgument'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'ends if any key is refused, and creates no connection: <_>' -ForEach 'Credential', 'SubscriptionKey' {
        $wrong = New-TestCredential 'sandbox-key' 'planted-wrong+secret'
        $with = @{ $_ = $_ -eq 'Credential' ? $wrong : $wrong.Password }
        { Connect-TestLoop $server $with } | Should -Throw -ErrorId 'AuthenticationFailed,TrainingApis.Cmdlets.Loop.ConnectLoopCommand' -PassThru |
            ForEach-Object { "$_ $($_.Exception) $($_.Exception.Reason)" } | Should -Not -Match 'planted'
        Get-TrainingApiConnection | Should -BeNullOrEmpty
        @(Get-RequestLog $server).Count | Should -Be 1
    }

    It 'refuses <Why> before a request is sent' -ForEach @(
        @{ Why = 'an address in the clear'; With = @{ BaseUri = 'http://api.cegid.example/loop' } }
        @{ Why = 'a route of no operation'; With = @{ Route = @{ RemoveOffer = 'POST x' } } }
        @{ Why = 'a key with a colon'; With = @{ Credential = [pscredential]::new('key:rest', (New-TestSecret x)) } }
        @{ Why = 'an empty subscription key'; With = @{ SubscriptionKey = [securestring]::new() } }
    ) {
        { Connect-TestLoop $server $With } | Should -Throw -ErrorId 'InvalidArgument,TrainingApis.Cmdlets.Loop.ConnectLoopCommand'
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'sends to the path of -Route' {
        Set-LoopControl $server @{ routes = @{ Folders = 'POST LOOPHUB' } }
        Connect-TestLoop $server @{ Route = @{ Folders = 'POST LOOPHUB' } }
        (Get-RequestLog $server).method | Should -BeExactly 'POST'
        @(Get-LoopFolder).Count | Should -Be 600
    }

    It 'shows no secret of the connection' {
        $connection = Connect-TestLoop $server @{ PassThru = $true; Name = 'Firm' }
        "$($connection.Service) $connection $($connection.Account) $($connection.Authentication) $($connection.TokenExpires)" | Should -BeExactly 'Loop Firm sandbox-… API key and subscription key '
        $connection | Select-Object * | ConvertTo-Json -Depth 4 | Should -Not -Match 'secret|subscription"'
        (Test-TrainingApiConnection).Authenticated | Should -BeTrue
        Disconnect-TrainingApi
        { Get-LoopFolder -Connection $connection } | Should -Throw -ErrorId 'NotConnected*'
    }

    It 'sends the keys with requests of Invoke-TrainingApiRequest, and to no other host' {
        Connect-TestLoop $server
        Clear-RequestLog $server
        (Invoke-TrainingApiRequest Loop collaborativeOffer/addOffer -Method Post -Body @{ codeDossier = 'MANON001'; offre = 'start' }).message | Should -Match 'ajoutée'
        (Get-RequestLog $server).headers.'x-apikey' | Should -BeExactly 'sandbox-key:sandbox+secret/loop=='
        Set-Fault $server @{ match = @{ path = 'LOOPHUB' }; fault = @{ kind = 'redirect'; location = "$($server.Uri)elsewhere" } }
        Get-LoopFolder -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Get-ErrorId | Should -BeExactly 'Unreachable'
        Get-RequestLog $server '*elsewhere*' | Should -BeNullOrEmpty
        Clear-Fault $server
    }
}

Describe 'Connect-TrainingSandbox' {
    It 'connects Loop too, and its connections can be passed together' {
        $all = Connect-TrainingSandbox -PassThru
        $all.Service | Should -Contain 'Loop'
        @(Get-LoopFolder -Connection $all).Count | Should -Be 600
        @(Get-CegosCenter -Connection $all).Count | Should -BeGreaterThan 0
        { Get-LoopFolder -Connection @($all | Where-Object Service -eq Cegos) } | Should -Throw -ErrorId 'InvalidArgument*'
    }
}
